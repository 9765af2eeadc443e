import { isTeaser, tidyTitle } from './cards.ts';
import { isHeadingOfOthers } from './other-pages.ts';
import type { PageDocument } from './page-document.ts';
import { elementsOf, named, says, type PlacedElement } from './page-elements.ts';
import { shortText } from './short-text.ts';

/** The parts of an element that are looked at here: every DOM has them. */
interface CardElement extends PlacedElement {
  querySelector(selector: string): CardElement | null;
  querySelectorAll(selector: string): Iterable<CardElement>;
  getElementsByTagName(name: string): Iterable<CardElement>;
  remove(): void;
}

const headings = /^(h[2-6]|strong|b)$/;
const marks = ['related', 'similar', 'recommended'];
const itemHeading = 'h2, h3, h4, h5, h6, [class*="title"]';
const sorts = '[class*="tag"], [class*="label"], [class*="badge"], [class*="categor"], [class*="kicker"]';
const most = { sections: 20, titles: 40, letters: 6_000, above: 200, searched: 500 };

/**
 * The titles of the other pages that a page shows cards or a list of, under a heading such as `Similar documents`, in
 * parts whose class says so, or as cards with `Read more`. It takes them out of the page.
 */
export function takeCards(page: PageDocument): string[] {
  const titles: string[] = [];
  for (const section of sectionsOf(page)) {
    if (!section.parentNode) continue; // it was within another one
    titles.push(...titlesIn(section));
    section.remove();
  }
  return [...new Set(titles)].slice(0, most.titles);
}

function sectionsOf(page: PageDocument): CardElement[] {
  const all = elementsOf(page) as CardElement[];
  const below = all
    .filter((element) => headings.test(element.localName) || says(element, 'class', ['title']))
    .slice(0, most.searched)
    .filter((heading) => isHeadingOfOthers(textOf(heading)))
    .map(sectionUnder);
  const marked = all.filter((element) => says(element, 'class', marks) || says(element, 'id', marks));
  const hasTeasers = named(all, 'a').some((link) => isTeaser(shortText(link)));
  const cards = hasTeasers ? all.filter(mayBeCard).slice(0, most.searched).filter(isCard) : [];
  return [...below, ...marked, ...(cards.length > 1 ? cards : [])]
    .filter((section): section is CardElement => section !== null && isSmall(section))
    .slice(0, most.sections);
}

const mayBeCard = (element: CardElement) =>
  /^(article|li)$/.test(element.localName) || says(element, 'class', ['card', 'post']);

/** The smallest element around a heading that has anything behind it, and a link or a list in it. */
function sectionUnder(heading: CardElement): CardElement | null {
  let around = heading.parentNode as CardElement | null;
  const own = textOf(heading);
  for (let up = 0; up < 4 && around?.querySelectorAll; up++) {
    const text = textOf(around);
    const above = text.indexOf(own);
    if (above > most.above) return null; // what stands above it is no card
    if (text.length > above + own.length + 10 && around.querySelector('a, li, article')) return around;
    around = around.parentNode as CardElement | null;
  }
  return null;
}

const isCard = (element: CardElement) =>
  textOf(element).length < 800 && [...element.getElementsByTagName('a')].some((link) => isTeaser(textOf(link)));

const isSmall = (section: CardElement) =>
  !/^(body|main|html)$/.test(section.localName) &&
  !section.querySelector('h1') &&
  textOf(section).length < most.letters;

function titlesIn(section: CardElement): string[] {
  const items = [...section.querySelectorAll('article, li')].filter((item) => !item.querySelector('article, li'));
  const own = isCard(section) || items.length === 0 ? [section] : items;
  const titles = own.flatMap((item) => (item === section ? titlesWithin(section) : [titleOfItem(item)]));
  return titles.map(tidyTitle).filter((title) => /\p{L}{3}/u.test(title) && title.length <= 300 && !isHeadingOfOthers(title) && !isTeaser(title) && !/\.(?:pdf|docx?|zip)\b/i.test(title)); // prettier-ignore
}

/** Cards that no element is made for: their headings, else their links. */
function titlesWithin(section: CardElement): string[] {
  const found = [...section.querySelectorAll(itemHeading)].map(titleOf).filter((text) => !isHeadingOfOthers(text));
  return found.length > 0 ? found : [...section.querySelectorAll('a')].map(titleOf);
}

function titleOfItem(item: CardElement): string {
  const heading = item.querySelector(itemHeading);
  if (heading && textOf(heading)) return titleOf(heading);
  const links = [...item.querySelectorAll('a')].map(titleOf).filter((text) => !isTeaser(text));
  return links.sort((one, other) => other.length - one.length)[0] || (links.length > 0 ? '' : textOf(item));
}

/** Without the sort that stands before it in the same link: `<span class="tag">Report</span>Title`. */
function titleOf(element: CardElement): string {
  const text = textOf(element);
  const sort = [...element.querySelectorAll(sorts)].map(textOf).find((some) => some !== '' && text.startsWith(some));
  const rest = sort ? text.slice(sort.length).trim() : '';
  return /\p{L}{3}/u.test(rest) ? rest : text;
}

const textOf = (element: CardElement) => shortText(element, most.letters);
