const reach = 200; // UTF-16 code units around a word

/** True for what stands in the address of a page or of mail: `www.modern-slavery.example`, `training@example.org`. */
export function isInAddress(text: string, { start, end }: { start: number; end: number }): boolean {
  let from = start;
  while (from > 0 && from > start - reach && !/\s/.test(text[from - 1]!)) from--;
  const before = text.slice(from, start);
  const after = /^\S*/.exec(text.slice(end, end + reach))![0];
  return /^\W*(?:https?:\/\/|www\.)/i.test(before) || /\S@/.test(before) || /^[\w.-]*@\S/.test(after);
}
