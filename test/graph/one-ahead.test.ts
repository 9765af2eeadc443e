import { expect, it } from 'vitest';
import { oneAhead } from '../../src/graph/one-ahead.ts';

/** Pages 1, 2, 3; the third fails where `fails`. What was begun and whether it was closed is told. */
function pages({ fails = false } = {}) {
  const told = { begun: 0, closed: false };
  async function* read() {
    try {
      for (let page = 1; page <= 3; page++) {
        told.begun = page;
        await Promise.resolve();
        if (fails && page === 3) throw new Error('the third fails');
        yield page;
      }
    } finally {
      told.closed = true;
    }
  }
  return { told, read };
}

it('gives every page in order, the next one begun while one is looked at', async () => {
  const { told, read } = pages();
  const seen: [page: number, begun: number][] = [];
  for await (const page of oneAhead(read())) {
    await new Promise((resume) => setTimeout(resume));
    seen.push([page, told.begun]);
  }
  expect(seen).toEqual([
    [1, 2],
    [2, 3],
    [3, 3],
  ]);
});

it('throws what reading a page throws, after the pages before it', async () => {
  const { told, read } = pages({ fails: true });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const page of oneAhead(read())) {
      await new Promise((resume) => setTimeout(resume)); // by now the third has failed
      seen.push(page);
    }
  })();
  await expect(reading).rejects.toThrow('the third fails');
  expect([seen, told.closed]).toEqual([[1, 2], true]);
});

it('closes what it reads when nobody wants more', async () => {
  const { told, read } = pages();
  for await (const page of oneAhead(read())) if (page === 1) break;
  expect(told).toEqual({ begun: 2, closed: true });
});
