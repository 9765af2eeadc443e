/** UTF-16 code units; what is longer is a paragraph. */
export const longestTitle = 300;

/** True for a line that may be a title: neither long nor several sentences. */
export const isTitle = (line: string) =>
  line.length > 0 && line.length <= longestTitle && !(line.length > 100 && /[.!?…]$|[.!?] \p{Lu}/u.test(line));
