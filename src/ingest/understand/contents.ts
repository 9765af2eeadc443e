import { foldText } from '../../fold.ts';
import { linesOf, type PageText } from '../page/read-page.ts';
import { isTitle } from '../page/title-line.ts';

/** One of several publications that a page lists. */
export interface Contained {
  title: string;
  /** The year, as the page writes it. */
  date?: string;
}

const fewest = 2; // one is the page's own work
const most = 100;
/** `ASTRA, Belgrade 2009, 88 pages.`: who, and when. */
const imprint =
  /^(\p{Lu}[\p{L}. &-]{1,60}),\s(?:\p{Lu}[\p{L} .-]{0,40}[ ,]{1,2})?(?:\p{L}{3,12} )?((?:19|20)\d\d)(?:$|[.,;:)]|\s*[-–—|•·])/u;
const download = /^(.{10,300}?)\s+[-–—]\s*[^–—]{3,80}?,\s*(?:\p{L}+\s+)?((?:19|20)\d\d)\s*download$/iu;

/**
 * The publications that a page lists, where there are several: titles above lines that say who issued them and when,
 * or that are offered for download beside the page's own.
 */
export function findContents(page: PageText): Contained[] {
  const lines = linesOf(page)
    .map((line) => line.trim())
    .filter(Boolean);
  const offered = lines.flatMap((line) => {
    const [, title = '', date] =
      (line.length < 500 && line.slice(-8).toLowerCase() === 'download' && download.exec(line)) || [];
    return title ? [{ title, date: date! }] : [];
  });
  const listed = lines.flatMap((line, at) => {
    const [, , date] = imprint.exec((lines[at + 1] ?? '').slice(0, 160)) ?? [];
    const isHeading =
      isTitle(line) &&
      line.split(/\s+/).length > 2 &&
      !/[.!?:;,]$/.test(line) &&
      /^\p{Lu}/u.test(line) &&
      !imprint.test(line);
    return date && isHeading ? [{ title: line, date }] : [];
  });
  for (const found of [offered, listed]) {
    const others = found.filter(({ title }) => foldText(title) !== foldText(page.title));
    const different = [...new Map(others.map((one) => [foldText(one.title), one])).values()];
    if (different.length >= fewest) return different.slice(0, most);
  }
  return [];
}
