import type { PageDocument } from './page-document.ts';
import { elementsOf, named } from './page-elements.ts';
import { textBelow } from './page-text.ts';

/** Below so much text, in UTF-16 code units, an element that calls itself the main part is but a frame. */
const enough = 200;
/** Of all text of the page that is no menu or footer. */
const mostOfIt = 0.5;

/**
 * The text of the one part of a page that it marks as its main one (its only `<article>`, else `<main>`), where at least
 * half of the text stands in it; null where that must be found out by weighing every part, which takes several times as long.
 */
export function clearMain(page: PageDocument, whole: string): string | null {
  const all = elementsOf(page);
  const inRole = all.filter((element) => element.getAttribute('role') === 'main');
  for (const [only, other] of [named(all, 'article'), named(all, 'main'), inRole]) {
    if (!only || other) continue;
    const text = textBelow(only, true);
    if (text.length >= enough && text.length >= mostOfIt * whole.length) return text;
  }
  return null;
}
