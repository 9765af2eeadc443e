import { createReadStream, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRecords } from '../src/ingest/records/read-records.ts';
import { recordFiles } from '../src/import.ts';
import type { CatalogueRecord, Instrument, Project, Publication, Theme } from '../src/model.ts';
import { linksOf, relations } from '../src/relations.ts';
import { kindOf } from '../src/model.ts';
import { relatedTo } from '../src/projection/related.ts';
import { project } from './projection/project.ts';

const records: CatalogueRecord[] = [];
const rejected: object[] = [];
const ofKind = <Record extends CatalogueRecord>(kind: Record['kind']) =>
  records.filter((record) => record.kind === kind) as Record[];

beforeAll(async () => {
  for (const file of await recordFiles('seed'))
    for await (const read of readRecords(file, createReadStream(file)))
      if ('record' in read) records.push(read.record);
      else rejected.push(read);
});

describe('the seed', () => {
  it('has only records that the import accepts', () => {
    expect(rejected).toEqual([]);
  });

  it('has enough of each kind', () => {
    expect(ofKind('publication').length).toBeGreaterThanOrEqual(700);
    expect(ofKind('organisation').length).toBeGreaterThanOrEqual(250);
    expect(ofKind('instrument').length).toBeGreaterThanOrEqual(100);
    expect(ofKind('theme').length).toBeGreaterThanOrEqual(130);
    const parties = ofKind<Instrument>('instrument').flatMap((instrument) => instrument.parties ?? []);
    expect(parties.length).toBeGreaterThanOrEqual(3_000);
  });

  it('gives each id once, in ASCII', () => {
    const ids = records.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[\x21-\x7e]+$/.test(id))).toEqual([]);
  });

  it('has no reference that leads nowhere or to the wrong kind', () => {
    const ids = new Set(records.map(({ id }) => id));
    const wrong = records.flatMap((record) =>
      linksOf(record)
        .filter(
          ({ relation, to }) => !ids.has(to) || !(relations[relation].to as readonly string[]).includes(kindOf(to)!),
        )
        .map(({ field, to }) => `${record.id} ${field} ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names a source for every record and every party', () => {
    const sources = [
      ...records.map(({ source }) => source),
      ...ofKind<Instrument>('instrument').flatMap(({ parties = [] }) => parties.flatMap(({ source }) => source ?? [])),
    ];
    for (const { url, file, verified } of sources) {
      expect(url ?? file).toBeTruthy();
      expect(typeof verified).toBe('boolean');
    }
  });

  it('has no theme that is broader than itself, by whatever way', () => {
    const broader = new Map(ofKind<Theme>('theme').map((theme) => [theme.id, theme.broader ?? []]));
    for (const id of broader.keys()) {
      const above = new Set(broader.get(id));
      for (const theme of above) for (const wider of broader.get(theme) ?? []) above.add(wider);
      expect(above.has(id)).toBe(false);
    }
  });

  it('has the six partners of REST', () => {
    const rest = ofKind<Project>('project').find(({ acronym }) => acronym === 'REST')!;
    expect([rest.coordinator, ...rest.partners!]).toEqual([
      'organisation/lefo-ibf',
      'organisation/ccem',
      'organisation/proyecto-esperanza',
      'organisation/comensha',
      'organisation/la-strada-moldova',
      'organisation/astra',
    ]);
  });

  it('has no person who is not the author of a publication, and no way to reach anybody', () => {
    const authors = new Set(ofKind<Publication>('publication').flatMap((publication) => publication.authors ?? []));
    expect(ofKind('person').filter(({ id }) => !authors.has(id))).toEqual([]);
    const texts = records.map((record) => JSON.stringify({ ...record, url: '', urls: '', source: '' }));
    expect(texts.filter((text) => /[\w.+-]+@[\w-]+\.[a-z]{2,}/i.test(text))).toEqual([]);
    expect(texts.filter((text) => /\+\d[\d\s/()-]{7,}\d/.test(text))).toEqual([]);
  });

  it('lists what could not be resolved instead of guessing', () => {
    const notes = readFileSync('seed/notes/unresolved.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes)
      expect(note).toMatchObject({ record: expect.any(String), field: expect.any(String), reason: expect.any(String) });
  });

  it('leads from the brief on residence in Serbia to the other results of REST, and says why', () => {
    const projection = project(records);
    const brief = projection.numbers.get(
      'publication/challenges-in-regulating-the-stay-of-foreign-victims-of-human-traffick',
    )!;
    const items = relatedTo(projection, brief).slice(0, 6);
    const ids = items.map(({ publication }) => projection.ids[publication]!);
    expect(ids).toContain('publication/residence-permits-international-protection-and-victims-of-human-traffi-2021');
    expect(ids).toContain('publication/guide-of-promising-practices-2021');
    expect(
      items[0]!.reasons.map((shared) => (shared.family === 'TEXT' ? 'words' : projection.ids[shared.entity])),
    ).toEqual(expect.arrayContaining(['project/rest', 'theme/residence-permit', 'country/RS']));
  });
});
