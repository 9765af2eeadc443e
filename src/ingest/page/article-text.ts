import { Readability } from '@mozilla/readability';
import type { PageDocument } from './page-document.ts';
import { elementsOf, isWithin, type PlacedElement } from './page-elements.ts';
import { textBelow, type PageNode } from './page-text.ts';

/** What Readability asks the text of, with all that is below it. */
const weighed = /^(div|ul|ol|table|form|fieldset|section)$/;
/** How often elements may be gone through for the parts around them; lists in lists in lists take seconds above it. */
const mostWeighed = 250_000;

/**
 * The text of the part of a page that Readability takes for its article; empty where it finds none, or where so much stands
 * inside of so much else that finding it would take too long. It alters the page.
 */
export function articleText(page: PageDocument): string {
  if (timesWeighed(page) > mostWeighed) return '';
  for (const element of elementsOf(page)) if (isValueOfAuthor(element)) element.setAttribute('class', '');
  try {
    const article = new Readability<PageNode>(page as never, {
      serializer: (node) => node as never,
      charThreshold: 200,
    }).parse();
    return article?.content ? textBelow(article.content, true) : '';
  } catch {
    return '';
  }
}

/** Readability takes the first such part for a by-line, and out: in a table it is the value of a label. */
const isValueOfAuthor = (element: PlacedElement) =>
  /(?:^|[\s_-])(?:author|byline)/i.test(element.getAttribute('class') ?? '') &&
  isWithin(element, ({ localName }) => localName === 'td' || localName === 'dd');

/** How many weighed parts there are around the elements of a page, all together. */
function timesWeighed(page: PageDocument): number {
  const around = new Map<PageNode | null, number>();
  let times = 0;
  for (const element of elementsOf(page)) {
    const here = around.get(element.parentNode) ?? 0;
    times += here;
    around.set(element, here + Number(weighed.test(element.localName)));
  }
  return times;
}
