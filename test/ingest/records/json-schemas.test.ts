import { Validator, type Schema } from '@cfworker/json-schema';
import { assert, asyncProperty, constantFrom, jsonValue } from 'fast-check';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../src/ingest/records/json-schemas.ts';
import { readRecords } from '../../../src/ingest/records/read-records.ts';
import { kinds } from '../../../src/model.ts';
import { publication, smallCatalogue } from '../../records.ts';
import { read } from './read.ts';

interface Part {
  description?: string;
  properties?: Record<string, Part>;
  items?: Part;
}

const folder = 'schema/records';
const schemas = jsonSchemas();
const schemaOf = (kind: string) => JSON.parse(schemas[`${kind}.schema.json`]!) as Schema & Part;
const validators = new Map([...kinds, 'merged', 'withdrawn'].map((kind) => [kind, new Validator(schemaOf(kind))]));
const problemsOf = (record: { kind: string }) =>
  validators
    .get(record.kind)!
    .validate(record)
    .errors.map(({ instanceLocation, error }) => instanceLocation + error);

describe('the JSON Schemas', () => {
  it('are committed as they are generated: npm run schema writes them', () => {
    const committed = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    expect(Object.fromEntries(committed)).toEqual(schemas);
  });

  it.each([...validators.keys()])('tell what each field is for: %s', (kind) => {
    const withoutWords = (schema: Part, path: string): string[] =>
      Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
        ...(field.description ? [] : [`${path}.${name}`]),
        ...withoutWords(field, `${path}.${name}`),
        ...withoutWords(field.items ?? {}, `${path}.${name}[]`),
      ]);
    expect(schemaOf(kind)).toMatchObject({ title: /./, description: /./, $id: `${kind}.schema.json` });
    expect(withoutWords(schemaOf(kind), kind)).toEqual([]);
  });

  it.each(smallCatalogue)('accept $id', (record) => {
    expect(problemsOf(JSON.parse(JSON.stringify(record)))).toEqual([]);
  });

  it.each([
    { kind: 'merged', id: 'theme/a', into: 'theme/b' },
    { kind: 'withdrawn', id: 'theme/a', reason: 'x' },
    { ...publication('a'), doi: 'https://doi.org/10.1000%2FABC', isbn: '978–0 306-40615-7', date: ' 2020 ' },
  ])('accept what is brought into form later: %j', async (line) => {
    expect(await read(line)).not.toMatchObject([{ reason: /./ }]);
    expect(problemsOf(line)).toEqual([]);
  });

  it.each([
    { ...publication('a'), colour: 'red' },
    { ...publication('a'), id: 'theme/a' },
    { ...publication('a'), date: '2021-13' },
    { ...publication('a'), url: 'javascript:alert(1)' },
    { ...publication('a'), source: { verified: true } },
    { ...publication('a'), titles: { '??': 'x' } },
    { ...publication('a'), title: ' ' },
    { ...publication('a'), title: undefined },
    { kind: 'withdrawn', id: 'theme/a' },
  ])('refuse %j', (line) => {
    expect(problemsOf(JSON.parse(JSON.stringify(line)))).not.toEqual([]);
  });

  it('accept whatever the import accepts', async () => {
    const fields = new Set(smallCatalogue.flatMap((record) => Object.keys(record)));
    const values = smallCatalogue.flatMap((record) => Object.values(record));
    const anything = constantFrom<unknown[]>(...values, [], {}, '', ' 2020', undefined);
    await assert(
      asyncProperty(
        constantFrom(...smallCatalogue),
        constantFrom(...fields),
        anything,
        jsonValue(),
        async (record, field, value, other) => {
          for (const inner of [value, other]) {
            const line = JSON.parse(JSON.stringify({ ...record, [field]: inner }));
            const [found] = await read(line);
            if (found && 'record' in found) expect(problemsOf(line)).toEqual([]);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('the seed', () => {
  const files = readdirSync('seed').filter((name) => name.endsWith('.jsonl'));
  it.each(files)('is accepted by import and schema, and keeps every word: %s', async (name) => {
    const wrong: unknown[] = [];
    let records = 0;
    for await (const line of readRecords(name, createReadStream(join('seed', name)))) {
      records++;
      const given = JSON.parse(line.text);
      if ('record' in line) expect(line.record).toEqual(given);
      else wrong.push(line);
      wrong.push(...problemsOf(given).map((problem) => `${name}:${line.line} ${problem}`));
    }
    expect(wrong).toEqual([]);
    expect(records).toBeGreaterThan(0);
  });
});
