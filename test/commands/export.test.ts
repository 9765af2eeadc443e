import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseRdf } from 'oxigraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followStore, type Catalogue } from '../../src/catalogue.ts';
import { exportCommand, type ExportArguments } from '../../src/commands/export.ts';
import { merge } from '../../src/graph/retire.ts';
import { onEveryEngine } from '../engines.ts';
import { hostileTitles } from '../formats/hostile.ts';
import { exportOf } from '../graph/content.ts';
import { act, publication, save, smallCatalogue } from '../records.ts';

const base = 'https://catalogue.example';

onEveryEngine('export in other formats', (engine) => {
  let catalogue: Catalogue;
  const titles = [...hostileTitles];
  beforeAll(async () => {
    const store = await engine.openEmpty();
    const hostile = titles.map((title, place) =>
      publication(`hostile-${place}`, { title, authors: ['person/author'] }),
    );
    await save(store, [...smallCatalogue, ...hostile]);
    await merge(store, act, 'organisation/lefo', 'organisation/network');
    catalogue = await followStore({ ...store, close: async () => {} }, { follow: false });
  });
  afterAll(() => catalogue.close());

  /** What the command prints in a format. */
  async function printed(format: ExportArguments['format']): Promise<string> {
    let text = '';
    const say = { out: (line: string) => void (text += `${line}\n`), note() {}, progress() {} };
    expect(await exportCommand(catalogue, { format, base }, say, new AbortController().signal)).toBe(0);
    return text;
  }
  const expected = () => [...catalogue.projection.ofKind.publication].map((node) => catalogue.projection.ids[node]!);

  it('prints records unless another format is asked for', async () => {
    expect(await printed('jsonl')).toBe(await exportOf(catalogue.store));
    expect(await printed(undefined)).toBe(await exportOf(catalogue.store));
  });

  it('prints every publication as BibTeX, RIS and CSL-JSON, under keys of their own', async () => {
    const { entries, errors } = parseBibtex(await printed('bibtex'), { sentenceCase: false, english: false });
    expect(errors).toEqual([]);
    const keys = expected().map((id) => id.slice('publication/'.length));
    expect(entries.map(({ key }) => key).sort()).toEqual(keys.sort());
    const ris = plugins.input.chain(await printed('ris'), { forceType: '@ris/file' }) as { title: string }[];
    expect(ris).toHaveLength(keys.length);
    const csl = JSON.parse(await printed('csl')) as { id: string; title: string }[];
    expect(csl.map(({ id }) => id).sort()).toEqual(keys);
    expect(ris.map(({ title }) => title).sort()).toEqual(csl.map(({ title }) => title).sort());
  });

  it('prints every entity as Turtle and as JSON-LD, which say the same', async () => {
    const [turtle, json] = [await printed('turtle'), await printed('jsonld')];
    const read = (text: string, format: string) =>
      [...new Set(Array.from(parseRdf(text, { format }), (quad) => String(quad)))].sort();
    const lines = read(turtle, 'text/turtle');
    expect(read(json, 'application/ld+json')).toEqual(lines);
    const subjects = new Set(lines.map((line) => line.slice(1, line.indexOf('>'))));
    for (const { id } of smallCatalogue.filter(({ id }) => id !== 'organisation/lefo'))
      expect(subjects).toContain(`${base}/${id}`);
    expect(subjects).not.toContain(`${base}/organisation/lefo`); // it was merged: links lead to what it is now
  });

  it('prints publications as a table, of which no cell is a formula', async () => {
    const rows = readCsv(await printed('csv'));
    expect(rows[0]!.slice(0, 4)).toEqual(['id', 'title', 'language', 'date']);
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => rows[0]!.length));
    expect(
      rows
        .slice(1)
        .map(([id]) => id!)
        .sort(),
    ).toEqual(expected().sort());
    const brief = rows.find(([id]) => id === 'publication/brief')!;
    expect(brief[rows[0]!.indexOf('authors')]).toBe('An Author; Network');
    expect(brief[rows[0]!.indexOf('authors_ids')]).toBe('person/author organisation/network');
    expect(rows.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    expect(rows.flat()).toContain('\'=HYPERLINK("http://evil.example")');
  });

  it('makes whole documents of an empty graph', async () => {
    const store = await engine.openEmpty();
    await catalogue.close();
    catalogue = await followStore({ ...store, close: async () => {} }, { follow: false });
    expect(JSON.parse(await printed('csl'))).toEqual([]);
    expect(JSON.parse(await printed('jsonld'))).toHaveProperty('@graph.length', 2);
    expect(await printed('bibtex')).toBe('');
    expect(readCsv(await printed('csv'))).toHaveLength(1);
  });
});

/** A reader of RFC 4180 that shares nothing with the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '') break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
