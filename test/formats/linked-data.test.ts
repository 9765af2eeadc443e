import jsonld from 'jsonld';
import { parse } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { jsonLdOf, nodeOf } from '../../src/formats/json-ld.ts';
import { turtleOf, turtlePrefixes } from '../../src/formats/turtle.ts';
import { kinds, type CatalogueRecord } from '../../src/model.ts';
import { publication, smallCatalogue, source } from '../records.ts';
import { describedAlone, fullPublication, hostileTitles } from './hostile.ts';

const base = 'https://catalogue.example';
const schema = 'https://schema.org/';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const terms = 'http://purl.org/dc/terms/';

/** Each statement of a document on a line, as an engine of its own reads it. */
const linesOf = (text: string, format: 'text/turtle' | 'application/ld+json') =>
  [...new Set(Array.from(parse(text, { format }), (quad) => String(quad)))].sort();
const turtle = async (record: CatalogueRecord, others: readonly CatalogueRecord[] = smallCatalogue) =>
  `${turtlePrefixes}${await turtleOf([nodeOf(describedAlone(record, others))])}`;
const statements = async (record: CatalogueRecord, others?: readonly CatalogueRecord[]) =>
  linesOf(await turtle(record, others), 'text/turtle');

/** What is said of an entity by one term. */
async function said(record: CatalogueRecord, term: string): Promise<string[]> {
  const start = `<${base}/${record.id}> <${term}> `;
  return (await statements(record)).filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}
const one = (id: string) => smallCatalogue.find((record) => record.id === id)!;

describe('linked data', () => {
  it.each(kinds)('say the same of a %s in Turtle and JSON-LD, with no blank node', async (kind) => {
    for (const record of smallCatalogue.filter((other) => other.kind === kind)) {
      const lines = await statements(record);
      const document = JSON.stringify(jsonLdOf(describedAlone(record, smallCatalogue)));
      expect(linesOf(document, 'application/ld+json')).toEqual(lines);
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.filter((line) => /^_:| _:/.test(line))).toEqual([]);
    }
  });

  it.each(hostileTitles)('hold the title %j', async (title) => {
    const lines = await statements(...fullPublication(title));
    const document = jsonLdOf(describedAlone(...fullPublication(title)));
    expect(linesOf(JSON.stringify(document), 'application/ld+json')).toEqual(lines);
    // A language has no case in RDF, and both readers write it small.
    const [expanded] = (await jsonld.expand(document as jsonld.JsonLdDocument)) as Record<string, unknown[]>[];
    expect(expanded![`${schema}name`]).toContainEqual({
      '@language': 'sr-latn',
      '@value': title.replace(/\s+/g, ' ').trim(),
    });
  });

  it('keep languages as they are written, and leave an unknown one out', async () => {
    expect(await said(one('country/RS'), `${schema}name`)).toEqual(['"Serbia"', '"Serbien"@de', '"Србија"@sr-cyrl']);
    expect(await turtle(one('country/RS'))).toContain('"Србија"@sr-Cyrl');
    expect(JSON.stringify(nodeOf(describedAlone(one('country/RS'))))).toContain('"@language":"sr-Cyrl"');
    expect(await said(one('theme/residence'), `${skos}altLabel`)).toEqual(['"leave to remain"']);
  });

  it.each([
    ['2021', 'gYear'],
    ['2021-03', 'gYearMonth'],
    ['2021-03-05', 'date'],
  ])('say of the date %s how much is known', async (date, type) => {
    const typed = `"${date}"^^<http://www.w3.org/2001/XMLSchema#${type}>`;
    expect(await said(publication('dated', { date }), `${terms}issued`)).toEqual([typed]);
    expect(await said(publication('dated', { date }), `${schema}datePublished`)).toEqual([`"${date}"`]);
  });

  it('tell a theme in SKOS, with its place in the thesaurus and its match elsewhere', async () => {
    const theme = one('theme/residence');
    expect(await said(theme, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type')).toContain(`<${skos}Concept>`);
    expect(await said(theme, `${skos}prefLabel`)).toEqual(['"Aufenthaltstitel"@de', '"residence permit"@en']);
    expect(await said(theme, `${skos}broader`)).toEqual([`<${base}/theme/protection>`]);
    expect(await said(theme, `${skos}related`)).toEqual([`<${base}/theme/asylum>`]);
    expect(await said(theme, `${skos}exactMatch`)).toEqual(['<http://eurovoc.europa.eu/1>']);
    expect(await said(theme, `${skos}inScheme`)).toEqual([`<${base}/#themes>`]);
  });

  it('tell an instrument in ELI, with the address of its CELEX number, and countries by their standing', async () => {
    const law: CatalogueRecord = {
      kind: 'instrument',
      id: 'instrument/directive',
      title: 'Directive',
      adopted: '2024-06-13',
      inForce: '2024',
      identifiers: ['CELEX 32024L1712', 'OJ L, 2024/1712'],
      relations: [{ type: 'amends', to: 'instrument/protocol' }],
      parties: [
        { country: 'country/RS', status: 'ratification', date: '2001-09' },
        { country: 'country/AT', status: 'no action' },
      ],
      source,
    };
    const eli = 'http://data.europa.eu/eli/ontology#';
    expect(await said(law, `${eli}date_document`)).toEqual(['"2024-06-13"^^<http://www.w3.org/2001/XMLSchema#date>']);
    expect(await said(law, `${eli}first_date_entry_in_force`)).toEqual([]); // a year alone is no date there
    expect(await said(law, `${eli}amends`)).toEqual([`<${base}/instrument/protocol>`]);
    expect(await said(law, `${schema}sameAs`)).toEqual(['<http://publications.europa.eu/resource/celex/32024L1712>']);
    expect(await said(law, `${schema}spatialCoverage`)).toEqual([`<${base}/instrument/directive#RS-1>`]);
    const role = (await statements(law)).filter((line) => line.startsWith(`<${base}/instrument/directive#RS-1>`));
    expect(role).toContain(`<${base}/instrument/directive#RS-1> <${schema}roleName> "ratification"`);
    expect(role).toContain(`<${base}/instrument/directive#RS-1> <${schema}startDate> "2001-09"`);
  });

  it('point to a publication elsewhere by its DOI, and to nothing that is not of the web', async () => {
    const record = publication('x', {
      doi: '10.1000/a#b',
      url: 'javascript:alert(1)',
      sameAs: ['https://www.wikidata.org/entity/Q42', 'data:text/html,x'],
    });
    expect(await said(record, `${schema}sameAs`)).toEqual([
      '<https://doi.org/10.1000/a%23b>',
      '<https://www.wikidata.org/entity/Q42>',
    ]);
    expect(await said(record, `${schema}url`)).toEqual([]);
  });
});
