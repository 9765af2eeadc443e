import { ApolloServerErrorCode } from '@apollo/server/errors';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/api/cost.ts';
import * as document from '../../src/api/document-limits.ts';
import { largestPage } from '../../src/api/paging.ts';
import { timeLimit } from '../../src/api/time-limit.ts';
import { readConfig } from '../../src/config.ts';

const guide = readFileSync('docs/api.md', 'utf8').replaceAll(/\s+/g, ' ');
const files = ['src/api', 'src/http'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);
const sources = [...files, 'src/http.ts'].map((file) => readFileSync(file, 'utf8'));

describe('the guide for developers', () => {
  it('lists every error code there is, and no other', () => {
    const own = sources.flatMap((text) =>
      [...text.matchAll(/(?:code: '|(?:\}, |^ +)'(?=[A-Z_]{9,}'))([A-Z_]+)'/gm)].map(([, code]) => code!),
    );
    const told = [...guide.matchAll(/\| `([A-Z_]+)` +\|/g)].map(([, code]) => code!);
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(told.toSorted()).toEqual([...new Set([...own, ...Object.values(ApolloServerErrorCode)])].toSorted());
  });

  it('tells the limits as they are', () => {
    const number = (value: number) => value.toLocaleString('en');
    expect(guide).toContain(`may cost ${number(limits.cost)}:`);
    expect(guide).toContain(`go ${limits.depth} fields deep`);
    expect(guide).toContain(`may hold ${number(limits.objects)} objects`);
    expect(guide).toContain(`without pages counts as ${limits.listSize}.`);
    expect(guide).toContain(`Pages hold at most ${largestPage}`);
    const most = Object.values(document.limits).map((limit) => limit.most);
    const [aliases, directives, roots, fragments, uses, operations, fields, equal] = most;
    expect(guide).toContain(
      `${aliases} aliases, ${directives} directives, ${roots} fields at the root, ${fragments} fragments that are used ` +
        `${uses} times, ${operations} operations and ${fields} fields, and name a field ${equal} times in one selection`,
    );
    expect(guide).toContain(`A query has ${timeLimit / 1000} seconds`);
    const { budget } = readConfig({}).rateLimit!;
    expect(guide).toContain(`a budget of ${number(budget)} of cost a minute`);
    expect(budget / limits.cost).toBe(60); // `sixty questions of the most that one may cost`
  });

  it('has its word kept: whatever is deprecated says what to use, and until when it stays', () => {
    const types = Object.values(buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getTypeMap());
    const members = types.flatMap((type): readonly { deprecationReason?: string | null }[] => {
      if (isEnumType(type)) return type.getValues();
      if (isInputObjectType(type)) return Object.values(type.getFields());
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
    });
    expect(members.length).toBeGreaterThan(300);
    const reasons = members.flatMap(({ deprecationReason }) => deprecationReason ?? []);
    for (const reason of reasons) expect(reason).toMatch(/^Use .+\. Leaves after \d{4}-\d\d-\d\d\.$/);
  });
});
