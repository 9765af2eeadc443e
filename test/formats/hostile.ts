import type { Described } from '../../src/formats/described.ts';
import type { CatalogueRecord, Publication } from '../../src/model.ts';
import { linksOf } from '../../src/relations.ts';
import { publication, source } from '../records.ts';

/** Titles that each break some format when they are not escaped. */
export const hostileTitles: string[] = [
  'A {brace that never closes',
  'One that} closes what is not open',
  '\\textbf{no command} and a back\\slash at the end \\',
  '</script><script>alert(1)</script>',
  '"double" and \'single\' quotes, <b>tags</b> & ampersands',
  'Line\nbreaks\r\nand\ttabs ER  - in it',
  '100% of $5 #1 _under_ ~tilde ^caret `tick`',
  'Људи, шта то значи? – Đorđe & „they“',
  'بشر and עברית between Latin',
  '=HYPERLINK("http://evil.example")',
  '@article{x, title={y}}',
  'a and b and c, d',
];

/** An entity on its own with those that its links lead to among `others`. */
export function describedAlone(record: CatalogueRecord, others: readonly CatalogueRecord[] = []): Described {
  const named = new Map(others.map((other) => [other.id, other]));
  return {
    record,
    links: linksOf(record).filter(({ to }) => named.has(to)),
    backlinks: [],
    named,
    base: 'https://catalogue.example',
  };
}

/** A publication that has everything, its title apart. */
export const fullPublication = (title: string): [Publication, CatalogueRecord[]] => [
  publication('full', {
    title,
    titles: { de: `${title} (de)`, 'sr-Cyrl': 'Људи' },
    language: 'sr-Latn',
    date: '2021-03',
    type: 'policy brief',
    url: 'https://example.org/a_b?c={d}&e=%20f',
    doi: '10.1000/br_ief(1)<2>',
    isbn: '9780306406157',
    authors: ['person/berg', 'organisation/lefo', 'person/arabic'],
    publishers: ['organisation/astra'],
    countries: ['country/RS'],
    themes: ['theme/asylum'],
    instruments: [{ id: 'instrument/convention', provision: 'Article 14 (1)' }],
  }),
  [
    { kind: 'person', id: 'person/berg', name: 'Jan van den Berg', source },
    { kind: 'person', id: 'person/arabic', name: 'أكرم عبدالرزاق المشهداني', source },
    { kind: 'organisation', id: 'organisation/lefo', name: 'LEFÖ, Vienna and Partners & {Co}', source },
    { kind: 'organisation', id: 'organisation/astra', name: 'ASTRA & Co', source },
    { kind: 'country', id: 'country/RS', name: 'Serbia', source },
    { kind: 'theme', id: 'theme/asylum', prefLabel: { en: 'asylum', de: 'Asyl' }, source },
    { kind: 'instrument', id: 'instrument/convention', title: 'Convention', source },
  ],
];
