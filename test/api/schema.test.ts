import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printedSchema } from '../../src/api/schema.ts';

describe('the schema', () => {
  it('is the one that is committed (npm run schema writes it)', async () => {
    expect(await printedSchema()).toBe(readFileSync('schema/schema.graphql', 'utf8'));
  });

  it('describes every type, field and argument', async () => {
    const lines = (await printedSchema()).split('\n');
    const undescribed = lines.filter((line, i) => {
      const declares = /^(type |interface |input |enum |union )/.test(line) || /^ {2,4}\w+(\(|:)/.test(line);
      return declares && !lines[i - 1]!.endsWith('"""');
    });
    expect(undescribed).toEqual([]);
  });
});
