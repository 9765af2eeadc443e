import { describe, expect, it } from 'vitest';
import { read, rejectionOf } from './read.ts';

const itself = 'points to the record itself';

describe('a line on the life of an id', () => {
  it.each([
    { kind: 'merged', id: 'publication/a', into: 'publication/b' },
    { kind: 'merged', id: 'theme/a', into: 'theme/b', reason: 'the same concept' },
    { kind: 'withdrawn', id: 'person/a', reason: 'asked to be taken out' },
  ])('is told as such: %j', async (fate) => {
    expect(await read(fate)).toEqual([{ line: 1, text: JSON.stringify(fate), fate }]);
  });

  it('has one form too', async () => {
    const [line] = await read({ reason: ' x ', into: 'theme/b', id: 'theme/a', kind: 'merged' });
    expect(JSON.stringify((line as { fate: object }).fate)).toBe(
      '{"kind":"merged","id":"theme/a","into":"theme/b","reason":"x"}',
    );
  });

  it.each<[string, unknown, object, string]>([
    ['into', 'theme/a', { kind: 'merged', id: 'theme/a', into: 'theme/a' }, itself],
    [
      'into',
      'person/a',
      { kind: 'merged', id: 'theme/a', into: 'person/a' },
      'is not an id of the form theme/…, as id is',
    ],
    ['into', null, { kind: 'merged', id: 'theme/a' }, 'is missing'],
    [
      'into',
      'x',
      { kind: 'merged', id: 'theme/a', into: 'x' },
      'is not an id of the form publication/… or organisation/… or country/… or instrument/… or theme/… or project/… or person/…',
    ],
    ['reason', null, { kind: 'withdrawn', id: 'theme/a' }, 'is missing'],
    ['reason', ' ', { kind: 'withdrawn', id: 'theme/a', reason: ' ' }, 'is empty'],
    ['into', 'theme/b', { kind: 'withdrawn', id: 'theme/a', reason: 'x', into: 'theme/b' }, 'is not a field'],
    ['title', 'x', { kind: 'merged', id: 'theme/a', into: 'theme/b', title: 'x' }, 'is not a field'],
  ])('is rejected with its reason: %s = %j', async (field, value, given, reason) => {
    expect(await rejectionOf(given)).toMatchObject({ field, value, reason });
  });
});
