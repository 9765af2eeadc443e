import type { PageDocument, PageElement } from './page-document.ts';
import type { PageNode } from './page-text.ts';

/** An element with its place in the page. */
export type PlacedElement = PageElement & PageNode;

/**
 * The elements of a page in its order. They are gone through once for all that is looked for among them: asking a DOM by
 * a selector for each takes many times as long.
 */
export const elementsOf = (page: PageDocument): PlacedElement[] => [...page.querySelectorAll('*')] as PlacedElement[];

/** Those of the elements that have one of these names. */
export function named(elements: readonly PlacedElement[], ...names: string[]): PlacedElement[] {
  const wanted = new Set(names);
  return elements.filter(({ localName }) => wanted.has(localName));
}

/** Whether an attribute of an element has one of these texts in it. */
export function says(element: Pick<PageElement, 'getAttribute'>, attribute: string, texts: readonly string[]): boolean {
  const value = element.getAttribute(attribute);
  return value !== null && texts.some((text) => value.includes(text));
}

/** Whether an element stands inside of one that is so. */
export function isWithin(element: PageNode, isOuter: (outer: PlacedElement) => boolean): boolean {
  for (let outer = element.parentNode; outer?.nodeType === 1; outer = outer.parentNode)
    if (isOuter(outer as PlacedElement)) return true;
  return false;
}
