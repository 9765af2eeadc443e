const asHtml = Symbol('html');

/** Text that is HTML already: made by `markup` alone. */
export interface Html {
  readonly [asHtml]: string;
}

type Value = Html | string | number | undefined | null | false | readonly Value[];

/** A template of HTML: every value in it is escaped, for text and for attributes in quotes, unless `markup` has made it. */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { [asHtml]: strings.map((text, place) => text + render(values[place])).join('') };
}

/** The text of a whole page. */
export const textOfHtml = (page: Html): string => page[asHtml];

/** HTML, or what stands in a `style`, that is written in this program and holds nothing from elsewhere. */
export const ours = (text: string): Html => ({ [asHtml]: text });

/** What `JSON.parse` gives back, in a `script` of a page: nothing in it can end that. */
export const jsonInHtml = (value: unknown): Html => ({
  [asHtml]: JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapedInJson),
});

const escapedInJson = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function render(value: Value): string {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map(render).join('');
  if (typeof value === 'object') return (value as Html)[asHtml];
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
