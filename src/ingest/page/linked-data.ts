import type { PlacedElement } from './page-elements.ts';
import type { Statement } from './statement.ts';
import { articleItems, type Item } from './linked-items.ts';

/** What the JSON-LD of a page with the addresses `own` says of the work or article that the page is about. */
export function linkedData(all: readonly PlacedElement[], own: string[]): Statement[] {
  const { items, sites } = articleItems(all, own);
  const names = sites.flatMap((site) => texts(site['name']));
  return [
    ...names.map((value): Statement => ({ field: 'sites', value, from: 'json-ld', confidence: 0.9 })),
    ...items.flatMap(({ item, trust }) => statementsOf(item, trust)),
  ];
}

/** How surely each property says a field, of an item that is surely the one. */
const properties: [property: string, field: Statement['field'], confidence: number][] = [
  ['headline', 'titles', 0.9],
  ['name', 'titles', 0.85],
  ['datePublished', 'dates', 0.9],
  ['legislationDate', 'dates', 0.9],
  ['dateCreated', 'dates', 0.5],
  ['copyrightYear', 'dates', 0.5],
  ['uploadDate', 'dates', 0.3],
  ['inLanguage', 'languages', 0.8],
  ['publisher', 'publishers', 0.8],
  ['sourceOrganization', 'publishers', 0.6],
  ['doi', 'dois', 0.9],
  ['identifier', 'dois', 0.85],
  ['sameAs', 'dois', 0.8],
  ['@id', 'dois', 0.7],
  ['isbn', 'isbns', 0.95],
  ['identifier', 'isbns', 0.8],
  ['workExample', 'isbns', 0.7],
  ['url', 'urls', 0.7],
  ['mainEntityOfPage', 'urls', 0.6],
  ['encoding', 'urls', 0.5],
  ['associatedMedia', 'urls', 0.5],
];

function statementsOf(item: Item, trust: number): Statement[] {
  const said = (field: Statement['field'], value: string, confidence: number): Statement => ({
    field, value, from: 'json-ld', confidence: confidence * trust,
  }); // prettier-ignore
  const plain = properties.flatMap(([property, field, confidence]) =>
    texts(item[property], keysOf[field]).map((value) => said(field, value, confidence)),
  );
  const types = texts(item['@type']).map((value) => said('types', value.replace(/^.*[/#:]/, ''), 0.8));
  // An organisation that is given as author has issued the work; who wrote it is not told.
  const authors = [item['author'] ?? item['creator']].flat().flatMap((author) => {
    const isBody = texts((author as Item | undefined)?.['@type']).some((type) => /Organi[sz]ation|NGO$/i.test(type));
    return texts(author).map((value) => said(isBody ? 'publishers' : 'authors', value, isBody ? 0.7 : 0.9));
  });
  return [...plain, ...types, ...authors];
}

/** Where the value is, when it is given as an object. */
const keysOf: Partial<Record<Statement['field'], string[]>> = {
  languages: ['alternateName', 'identifier', 'name'],
  dois: ['value', '@id', 'url'],
  isbns: ['isbn', 'value'],
  urls: ['contentUrl', 'url', '@id'],
};

/** The texts that a value of JSON-LD gives, whatever form it has; nothing for what has no text. */
function texts(value: unknown, keys = ['name', '@value'], depth = 0): string[] {
  if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => texts(one, keys, depth + 1));
  const item = value as Item;
  const key = ['@value', ...keys].find((name) => item[name] !== undefined);
  return key === undefined ? [] : texts(item[key], keys, depth + 1);
}
