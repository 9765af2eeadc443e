import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createNotes } from '../../src/api/answer-notes.ts';
import { createApollo } from '../../src/api/apollo.ts';
import { createContext } from '../../src/api/context.ts';
import { readingInTime } from '../../src/api/time-limit.ts';
import { followStore, type Catalogue } from '../../src/catalogue.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine, onNeo4j } from '../engines.ts';
import { save, smallCatalogue } from '../records.ts';

onEveryEngine('a query that takes too long', (engine) => {
  let catalogue: Catalogue;
  afterEach(() => catalogue.close());
  /** Asks with so many milliseconds, of a store each of whose reads takes as long as is said. */
  const open = async (milliseconds: number) => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    let pause = 0;
    let reads = 0;
    const read: GraphStore['read'] = async (...given) => {
      reads++;
      if (pause > 0) await delay(pause);
      return store.read(...given);
    };
    catalogue = await followStore({ ...store, read, close: async () => {} }, { follow: false });
    await catalogue.refresh();
    const apollo = await createApollo({ milliseconds });
    return async (query: string, slow: number) => {
      pause = slow;
      reads = 0;
      const began = performance.now();
      const { body, http } = await apollo.executeOperation({ query }, { contextValue: createContext(catalogue) });
      pause = 0;
      const { data, errors } = body.kind === 'single' ? body.singleResult : {};
      return {
        data,
        errors,
        status: http.status,
        retry: http.headers.get('retry-after'),
        reads,
        took: performance.now() - began,
      };
    };
  };
  const byAddress = '{ publication(url: "https://example.org/brief") { title } }';

  it('is answered with a clear error when its time is over, and the next one as ever', async () => {
    const ask = await open(300);
    const late = await ask(byAddress, 5_000);
    expect(late.errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/within 0\.3 s\. Ask for smaller pages/),
        extensions: { code: 'TIMEOUT' },
      }),
    ]);
    expect([late.status, late.retry, late.took < 3_000]).toEqual([503, '5', true]);
    expect((await ask(byAddress, 0)).data).toEqual({ publication: { title: 'Title of brief' } });
  });

  it('keeps what was known in time, and reads no more once it is over', async () => {
    const ask = await open(300);
    const { data, errors, reads } = await ask(
      '{ status { revision } publication(url: "https://example.org/brief") { statements { source { url } } } }',
      250,
    );
    expect(data).toMatchObject({ status: { revision: 1 }, publication: null });
    expect(errors!.map(({ extensions }) => extensions!.code)).toEqual(['TIMEOUT']);
    await delay(400);
    expect(reads).toBeLessThanOrEqual(2);
  });
});

onNeo4j('a read that takes too long', (engine) => {
  it('is ended in the database too', async () => {
    const store = await engine.openEmpty();
    const notes = createNotes();
    notes.ends = { at: performance.now() + 500, after: 500 };
    const endless = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b % 7) AS endless';
    await expect(readingInTime(store, notes).read(endless)).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
    const running = async () => {
      const rows = await store.read<{ currentQuery: string }>(
        'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS currentQuery',
      );
      return rows.filter(({ currentQuery }) => currentQuery.includes('AS endless')).length;
    };
    const began = performance.now();
    while ((await running()) > 0) {
      expect(performance.now() - began).toBeLessThan(10_000);
      await delay(100);
    }
  });
});
