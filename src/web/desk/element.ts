type Property = string | boolean | undefined | ((event: Event) => void);
type Child = Node | string | false | undefined | readonly Child[];

/** An element with attributes, listeners (`onclick`) and children; texts are put in as texts, whatever stands in them. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Record<string, Property> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(property.slice(2), value);
    else if (typeof value === 'string') made.setAttribute(property, value);
    else made.toggleAttribute(property, value === true);
  }
  made.append(...(children.flat(Infinity as 1) as (Node | string | false | undefined)[]).filter(isShown));
  return made;
}

const isShown = (child: Node | string | false | undefined): child is Node | string =>
  child !== false && child !== undefined && child !== '';

let given = 0;

/** An id that no other element of the page has. */
export const newId = (name: string): string => `${name}-${++given}`;

/** A text of a page or of the catalogue, whose direction is its own. */
export const foreign = (text: string, language?: string): HTMLElement =>
  element('bdi', { ...(language && { lang: language }) }, text);

/** Texts as a list. */
export const listed = (texts: readonly string[]): HTMLElement =>
  element('ul', {}, ...texts.map((text) => element('li', {}, text)));

/** A way to another page, which leaves the desk, with its key, where it is. */
export const wayTo = (href: string, text: string, note: string): HTMLAnchorElement =>
  element(
    'a',
    { href, target: '_blank', rel: 'noopener noreferrer' },
    foreign(text),
    element('span', { class: 'unseen' }, ` ${note}`),
  );
