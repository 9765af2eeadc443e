import { ApolloServerErrorCode } from '@apollo/server/errors';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/api/cost.ts';
import { largestPage } from '../../src/api/paging.ts';

const guide = readFileSync('docs/api.md', 'utf8').replaceAll(/\s+/g, ' ');
const sources = ['src/api', 'src/http'].flatMap((folder) =>
  readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')),
);

describe('the guide for developers', () => {
  it('lists every error code there is, and no other', () => {
    const own = sources.flatMap((text) => [...text.matchAll(/code: '([A-Z_]+)'/g)].map(([, code]) => code!));
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
