import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveRecords } from '../src/graph/save.ts';
import type { GraphStore } from '../src/graph/store.ts';
import type { CatalogueRecord, Publication, Source } from '../src/model.ts';

export const source: Source = { url: 'https://example.org/list', verified: true };

/** A publication with what a test is about; the rest is plain. */
export const publication = (key: string, fields: Partial<Publication> = {}): Publication => ({
  kind: 'publication',
  id: `publication/${key}`,
  title: `Title of ${key}`,
  language: 'en',
  date: '2020',
  source,
  ...fields,
});

/**
 * A small catalogue in which every relation occurs: two publications of one project on residence permits in Serbia,
 * one of them with a German translation and a second edition, and others that share less.
 */
export const smallCatalogue: CatalogueRecord[] = [
  { kind: 'country', id: 'country/RS', name: 'Serbia', names: { de: 'Serbien', 'sr-Cyrl': 'Србија' }, source },
  { kind: 'country', id: 'country/AT', name: 'Austria', names: { de: 'Österreich' }, source },
  { kind: 'theme', id: 'theme/protection', prefLabel: { en: 'protection' }, source },
  {
    kind: 'theme',
    id: 'theme/residence',
    prefLabel: { en: 'residence permit', de: 'Aufenthaltstitel' },
    altLabel: { und: ['leave to remain'] },
    broader: ['theme/protection'],
    related: ['theme/asylum'],
    exactMatch: ['http://eurovoc.europa.eu/1'],
    source,
  },
  { kind: 'theme', id: 'theme/asylum', prefLabel: { en: 'asylum' }, broader: ['theme/protection'], source },
  { kind: 'theme', id: 'theme/supply-chains', prefLabel: { en: 'supply chains' }, source },
  {
    kind: 'instrument',
    id: 'instrument/convention',
    title: 'Convention',
    type: 'treaty',
    adopted: '2000-11-15',
    parties: [
      { country: 'country/RS', status: 'ratification', date: '2001-09-06' },
      { country: 'country/RS', status: 'accession', date: '2001', source: { file: 'another list', verified: false } },
      { country: 'country/AT', status: 'signed', date: '2000-12-12' },
    ],
    source,
  },
  {
    kind: 'instrument',
    id: 'instrument/protocol',
    title: 'Protocol',
    relations: [
      { type: 'protocolTo', to: 'instrument/convention' },
      { type: 'replacedBy', to: 'instrument/directive' },
    ],
    source,
  },
  {
    kind: 'instrument',
    id: 'instrument/directive',
    title: 'Directive',
    relations: [
      { type: 'implements', to: 'instrument/convention' },
      { type: 'amends', to: 'instrument/protocol' },
      { type: 'repeals', to: 'instrument/protocol' },
    ],
    source,
  },
  {
    kind: 'organisation',
    id: 'organisation/lefo',
    name: 'LEFÖ-IBF',
    country: 'country/AT',
    memberOf: ['organisation/network'],
    source,
  },
  { kind: 'organisation', id: 'organisation/astra', name: 'ASTRA', country: 'country/RS', source },
  { kind: 'organisation', id: 'organisation/network', name: 'Network', source },
  {
    kind: 'project',
    id: 'project/rest',
    title: 'Residency Status',
    acronym: 'REST',
    coordinator: 'organisation/lefo',
    partners: ['organisation/astra'],
    funders: ['organisation/network'],
    countries: ['country/AT', 'country/RS'],
    source,
  },
  { kind: 'person', id: 'person/author', name: 'An Author', source },
  publication('brief', {
    url: 'https://www.example.org/brief/?utm_source=x',
    doi: '10.1000/brief',
    date: '2022-02',
    type: 'policy brief',
    publishers: ['organisation/astra'],
    authors: ['person/author', 'organisation/lefo'],
    countries: ['country/RS'],
    instruments: [{ id: 'instrument/convention', provision: 'Article 14' }],
    themes: ['theme/residence', 'theme/asylum'],
    project: 'project/rest',
    cites: ['publication/guide'],
  }),
  publication('guide', {
    url: 'https://example.org/guide/',
    urls: ['https://example.org/?p=7'],
    date: '2021',
    publishers: ['organisation/lefo', 'organisation/astra'],
    countries: ['country/AT', 'country/RS'],
    instruments: ['instrument/protocol'],
    themes: ['theme/residence'],
    project: 'project/rest',
  }),
  publication('guide-de', {
    language: 'de',
    title: 'Leitfaden',
    date: '2021-06',
    publishers: ['organisation/lefo'],
    countries: ['country/AT', 'country/RS'],
    themes: ['theme/residence'],
    translationOf: 'publication/guide',
  }),
  publication('guide-2', {
    date: '2023',
    publishers: ['organisation/lefo'],
    countries: ['country/AT'],
    themes: ['theme/residence'],
    editionOf: 'publication/guide',
  }),
  publication('asylum', { themes: ['theme/asylum'], countries: ['country/AT'], date: '2019-05-01' }),
  publication('chains', { themes: ['theme/supply-chains'], date: undefined }),
  publication('chains-2', { themes: ['theme/supply-chains'], publishers: ['organisation/network'] }),
];

/** Who writes in tests. */
export const act = { author: 'test' };

/** Puts records into a graph. */
export const save = (store: GraphStore, records: readonly CatalogueRecord[]) => saveRecords(store, act, records);

/** Writes lines into a new file of its own and gives its path. */
export function fileOf(lines: readonly (object | string)[], name = 'records.jsonl'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'common-thread-file-')), name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)) + '\n').join(''));
  return file;
}
