import type { Origin } from '../found.ts';
import type { Metadata } from './metadata.ts';
import { isNoise } from './noise-lines.ts';
import type { PageDocument } from './page-document.ts';
import { elementsOf, isWithin, named, says, type PlacedElement } from './page-elements.ts';
import { textBelow } from './page-text.ts';
import { isTitle, longestTitle } from './title-line.ts';
import { shortText } from './short-text.ts';
import { titleOfLines } from './text-title.ts';
import { withWholeWords } from './whole-words.ts';

/** What is known of a page when its title is looked for: `lines` are its text without menus. */
interface Known {
  metadata: Metadata;
  url?: string;
  lines: readonly string[];
}

const generic =
  /^(home|start(seite)?|news|news[- ]detail|untitled( document)?|index|document|welcome|publications?|bolet[ií]n|aktuelles|accueil|inicio|actualidad|noticias?|po[čc]etna|vesti)$/iu;
const classes = ['headline', 'title', 'titel', 'titre', 'titulo', 'titolo', 'tytul', 'naslov', 'rubrik', 'otsikko'];
const mayBeTitled = /^(h2|h3|span|p|div|font|td)$/;
const isTitled = (element: PlacedElement) =>
  element.getAttribute('itemprop') === 'headline' ||
  (mayBeTitled.test(element.localName) && says(element, 'class', classes));
const siteClasses = ['site-title', 'site-name'];
const isSiteHead = (element: PlacedElement) =>
  says(element, 'class', siteClasses) || (element.localName === 'h1' && isWithin(element, isHeader));
/** An `h1` that is the name of the site, on each of its pages. */
const isBrand = (heading: PlacedElement) => says(heading, 'class', [...siteClasses, 'logo', 'brand']);
const isHeader = (outer: PlacedElement) =>
  outer.localName === 'header' || outer.getAttribute('id') === 'header' || outer.getAttribute('class') === 'header';

/**
 * The title of a page without the name of its site: what its metadata say, what both a heading and `<title>` do, what is
 * labelled so, the only `h1`, another heading, the lines that the address was made from, `<title>`, the words of the
 * address; null where none does. A subtitle that only a heading has is added.
 */
export function titleOf(page: PageDocument, { metadata, url, lines }: Known): (Origin & { title: string }) | null {
  const all = elementsOf(page);
  const texts = (elements: PlacedElement[]) => elements.slice(0, 50).map(headingText).filter(Boolean);
  const tag = tidy(named(all, 'title')[0]?.textContent ?? '');
  const brands = named(all, 'h1').filter(isBrand);
  const first = texts(named(all, 'h1').filter((heading) => !isBrand(heading)));
  const heading = first.length === 1 ? first[0]! : '';
  const isHeading = (element: PlacedElement) =>
    /^h[23]$/.test(element.localName) || element.getAttribute('role') === 'heading';
  const others = [...texts(all.filter(isHeading)), ...texts(all.filter(isTitled))];
  const sites = [...metadata.sites.map(({ value }) => value), ...siteOf(url), ...logos(all), ...texts(brands)]
    .map(plain)
    .filter(Boolean);
  const isOwn = (text: string) => isTitle(text) && !sites.includes(plain(text)) && !isNoise(text);
  const isLong = (text: string) => text.split(' ').length > 2 && isOwn(text);
  const declared = metadata.titles.filter(({ confidence }) => confidence >= 0.7);
  const both = [...first, ...others].filter((text) => text.split(' ').length > 1 && isOwn(text) && saysBoth(tag, text));
  const heads = new Set(texts(all.filter(isSiteHead)));
  const found = titleOfLines(lines, url);
  const choices = [
    ...declared.map(({ value, confidence, place: { from } }) => ({ title: value, confidence, from })),
    ...both
      .sort((one, other) => Number(heads.has(one)) - Number(heads.has(other)) || other.length - one.length)
      .map((text) => inMarkup(text, 0.95)),
    ...(found && found.confidence >= 0.9 ? [found] : []),
    inMarkup(heading, 0.85),
    ...others
      .filter((text) => !heading && isLong(text))
      .slice(0, 1)
      .map((text) => inMarkup(text, 0.75)),
    ...largeTexts(all)
      .filter(isLong)
      .slice(0, 1)
      .map((text) => inMarkup(text, 0.7)),
    inMarkup(generic.test(tag) || !/\p{L}\s+\S*\p{L}/u.test(tag) || /^\W{2,}/.test(tag) ? '' : tag, 0.7),
    inMarkup(first[0] ?? '', 0.6),
    ...(found && found.confidence >= 0.6 ? [found] : []),
    inMarkup(generic.test(tag) ? '' : tag, 0.5),
    ...(found ? [found] : []),
    inMarkup(tag, 0.4),
  ];
  for (const { title: text, confidence, from } of choices) {
    const bare = withoutSite(tidy(text), sites, heading);
    if (!bare || bare.length > longestTitle || sites.includes(plain(bare))) continue;
    const title = withWholeWords(withSubtitle(bare, [...first, ...others, found?.title ?? '']), lines);
    return { title, confidence, from };
  }
  return null;
}

const inMarkup = (title: string, confidence: number): Origin & { title: string } => ({
  title,
  confidence,
  from: 'html',
});

/** A heading that goes on behind the title with a colon or a dash. */
const withSubtitle = (title: string, headings: readonly string[]): string =>
  headings.find((text) => text.startsWith(title) && isTitle(text) && /^\s*(:|[–—-]\s)\s*\S/u.test(text.slice(title.length))) ?? title; // prettier-ignore

/** What a heading says: its first line, where nothing closes it. */
function headingText(heading: PlacedElement): string {
  const text = shortText(heading);
  return text.length <= longestTitle ? text : textBelow(heading).split('\n')[0]!;
}

/** Old pages write their titles in a larger font; not every parser makes small letters of their attributes. */
const largeTexts = (all: readonly PlacedElement[]): string[] =>
  named(all, 'font').filter((font) => /^(\+[123]|[4-7])$/.test(font.getAttribute('size') ?? font.getAttribute('SIZE') ?? '')).slice(0, 20).map(headingText); // prettier-ignore

/** Whether `<title>` has a heading as one of its parts, or is it. */
const saysBoth = (tag: string, text: string) =>
  plain(tag) === plain(text) || (tag.includes(text) && /^(.*[|–—·»:-]\s+)?$/s.test(tag.slice(0, tag.indexOf(text))));

/** What is written on the pictures that lead to the front page. */
const logos = (all: readonly PlacedElement[]): string[] =>
  named(all, 'img')
    .filter((image) => says(image, 'class', ['logo']) || isWithin(image, leadsHome))
    .map((image) => image.getAttribute('alt') ?? '');
const leadsHome = (outer: PlacedElement) =>
  outer.localName === 'header' ||
  says(outer, 'id', ['header']) ||
  says(outer, 'class', ['logo']) ||
  (outer.localName === 'a' && outer.getAttribute('href') === '/');

/** Cuts `Title | Site` and `Site – Title`, where the site is known by its name or the rest is the page's heading. */
function withoutSite(title: string, sites: string[], heading: string): string {
  const parts = title.split(/\s+[|–—·»:-]{1,2}\s+/);
  if (parts.length < 2) return title;
  if (heading && heading.length > 8 && plain(title) !== plain(heading) && title.includes(heading)) return heading;
  const isSite = (part: string) => sites.includes(plain(part));
  if (isSite(parts.at(-1)!)) return title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/\s+\S{1,2}\s+$/, '');
  if (isSite(parts[0]!)) return title.slice(parts[0]!.length).replace(/^\s+\S{1,2}\s+/, '');
  const [bar] = /\s[|»]\s[^|»]*$/.exec(title) ?? []; // nothing but a site's name stands behind a bar
  return bar ? title.slice(0, -bar.length).trim() : title;
}

/** `astra.rs` and `astra` of `https://www.astra.rs/en`. */
function siteOf(url = ''): string[] {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const bare = host.replace(/^www\./, '');
  return [host, bare, bare.split('.').at(-2) ?? ''];
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
