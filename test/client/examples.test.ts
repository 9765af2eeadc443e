import { afterAll, beforeAll, expect, it } from 'vitest';
import { readExamples } from '../../build/examples.ts';
import { importFiles, recordFiles } from '../../src/import.ts';
import { openApi, type Api } from '../api/ask.ts';
import { onEveryEngine } from '../engines.ts';

const examples = readExamples();

/** Every list that stands somewhere in an answer. */
const listsIn = (value: unknown): unknown[][] => {
  if (Array.isArray(value)) return [value, ...value.flatMap(listsIn)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsIn) : [];
};

onEveryEngine('the examples of the console', (engine) => {
  let api: Api;
  beforeAll(async () => {
    const store = await engine.openEmpty();
    await importFiles(store, await recordFiles('seed'), { act: { author: 'test' } });
    api = await openApi(store);
  }, 180_000);
  afterAll(() => api?.catalogue.close());

  it('are there for every group of users', () => {
    for (const group of ['partner-website', 'analyst', 'developer', 'curator'])
      expect(examples.filter((example) => example.group === group).length, group).toBeGreaterThanOrEqual(4);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  });

  it.each(examples.map((example) => [`${example.group}: ${example.title}`, example] as const))(
    'have an answer in the seed: %s',
    async (_, { query, variables }) => {
      const data = await api.ask<Record<string, unknown>, object>(query, variables ? JSON.parse(variables) : {});
      for (const [field, value] of Object.entries(data)) expect(value, field).not.toBeNull();
      const lists = listsIn(data);
      expect(lists.length === 0 || lists.some((list) => list.length > 0)).toBe(true);
      for (const list of Object.values(data).filter(Array.isArray)) expect(list).not.toEqual([]);
      expect(JSON.stringify(data)).not.toMatch(/"(nodes|edges|parties|history)":\[\]/);
    },
  );
});
