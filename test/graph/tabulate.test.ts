import { describe, expect, it } from 'vitest';
import { tabulate } from '../../src/graph/tabulate.ts';

const many = Array.from({ length: 100 }, (_, number) => number);

describe('properties laid out as a table', () => {
  it('has a place for each name, in one order, and null where a row has none', () => {
    const { map, rows, same } = tabulate('row', [
      { key: 'a', properties: { title: 'A', date: '2020' } },
      { key: 'b', properties: { title: 'B' } },
    ]);
    expect(map).toBe('{`date`: row[1], `title`: row[2]}');
    expect(rows).toEqual([
      ['a', '2020', 'A'],
      ['b', null, 'B'],
    ]);
    expect(same).toEqual({});
  });

  it('gives once what very many rows have alike, and nothing that one of them lacks', () => {
    const { map, rows, same } = tabulate(
      'link',
      many.map((number) => ({
        key: String(number),
        properties: { method: 'curated', number, ...(number > 0 && { late: true }) },
      })),
    );
    expect(map).toBe('{`method`: $same.`method`, `late`: link[1], `number`: link[2]}');
    expect([rows[0], rows[1]]).toEqual([
      ['0', null, 0],
      ['1', true, 1],
    ]);
    expect(same).toEqual({ method: 'curated' });
  });

  it('makes no statement of a name', () => {
    const { map } = tabulate('row', [{ key: 'a', properties: { 'first-seen': 1, 'x`}) DELETE n //': 2 } }]);
    expect(map).toBe('{`first-seen`: row[1], `x``}) DELETE n //`: row[2]}');
  });
});
