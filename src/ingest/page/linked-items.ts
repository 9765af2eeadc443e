import { named, type PlacedElement } from './page-elements.ts';
import { sameAddress } from './page-address.ts';

/** An object of JSON-LD, of which nothing is sure. */
export type Item = Record<string, unknown>;

const longestScript = 500_000; // UTF-16 code units
const mostItems = 500;
const mostLists = 4; // in one another; in a page that means harm they are very many

/** Types of what a page can be about, those that say most first; a page itself comes last. */
const kinds = [
  /^(report|book|scholarlyarticle|medicalscholarlyarticle|techarticle|thesis|legislation|(presentation|text)?digitaldocument|chapter|publicationissue|dataset)$/i,
  /^(creativework|publication|article|(news|opinionnews|analysisnews|reportagenews|advertisercontent)article|blogposting|socialmediaposting|posting|pressrelease|guide)$/i,
  /^(webpage|itempage|aboutpage|medicalwebpage)$/i,
];
const trusts = [1, 0.95, 0.7];

/**
 * The items in the JSON-LD of a page that speak of what the page is about, the most telling first, and those that speak
 * of its site. Of several items of a kind, the one with an address of the page (`own`) is meant; where none has it, they are a list
 * of other pages.
 */
export function articleItems(
  elements: readonly PlacedElement[],
  own: string[],
): { items: { item: Item; trust: number }[]; sites: Item[] } {
  const all = named(elements, 'script').filter(isLinkedData).flatMap((script) => parsed(script.textContent ?? '')).slice(0, mostItems); // prettier-ignore
  const byId = new Map(all.map((item) => [item['@id'], item]));
  const ofType = (type: RegExp) => all.filter((item) => typesOf(item).some((name) => type.test(name)));
  const items = kinds.flatMap((kind, rank) => {
    const alike = ofType(kind);
    const meantFor = alike.filter((item) =>
      addressesOf(item).some((address) => own.some((other) => sameAddress(address, other))),
    );
    const meant = alike.length === 1 || meantFor.length === 0 ? alike : meantFor.slice(0, 1);
    if (meant.length > 1) return [];
    return meant.map((item) => ({ item: joined(item, byId), trust: trusts[rank]! }));
  });
  return { items, sites: ofType(/^website$/i) };
}

const isLinkedData = (script: PlacedElement) => /^application\/ld\+json$/i.test(script.getAttribute('type') ?? '');

/** The items at the top of a script, those in its `@graph`, and what they name as their main entity. */
function parsed(script: string): Item[] {
  const found: Item[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 4 || found.length > mostItems) return;
    if (Array.isArray(value)) return value.forEach((one) => walk(one, depth + 1));
    const item = value as Item;
    if (item['@type'] !== undefined) found.push(item);
    walk(item['@graph'], depth + 1);
    walk(item['mainEntity'], depth + 1);
  };
  walk(jsonOf(script.slice(0, longestScript)), 0);
  return found;
}

/** Sites write JSON-LD with line breaks in its strings, a comment around it or a semicolon behind; some is none at all. */
function jsonOf(script: string): unknown {
  const tidy = script.replace(
    /^\s*(?:\/\*.*?\*\/|<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>|;)\s*$/g,
    '',
  );
  for (const text of [script, tidy.replace(/\p{Cc}+/gu, ' ')])
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The next form, else nothing: the page says it elsewhere.
    }
  return undefined;
}

/** An item with the items that its values only name by `@id`: WordPress writes authors and publishers so. */
const joined = (item: Item, byId: Map<unknown, Item>): Item => {
  const whole = (value: unknown, depth = 0): unknown => {
    if (Array.isArray(value)) return depth < mostLists ? value.map((one) => whole(one, depth + 1)) : value;
    const id = (value as Item | null)?.['@id'];
    return id !== undefined && Object.keys(value as Item).length === 1 ? (byId.get(id) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, key === '@id' ? value : whole(value)]));
};

const typesOf = (item: Item) =>
  [item['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []));

const addressesOf = (item: Item) =>
  ['@id', 'url', 'mainEntityOfPage'].flatMap((key) => {
    const value = item[key];
    const address = typeof value === 'string' ? value : ((value as Item | null | undefined)?.['@id'] ?? '');
    return typeof address === 'string' ? [address.replace(/#.*$/, '')] : [];
  });
