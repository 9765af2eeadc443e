import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTransaction, type Database } from '../../src/graph/grafeo-transaction.ts';

/** A database that writes down what is done to it; `bad` fails, and everything takes a moment. */
function noting() {
  const done: string[] = [];
  let running = 0;
  const transaction = {
    isActive: true,
    async executeCypher(cypher: string) {
      if (running > 0) throw new Error('two at once');
      running++;
      done.push(cypher);
      await pause(5);
      running--;
      if (cypher === 'bad') throw new Error('it is bad');
      return { toArray: () => [{ cypher }] };
    },
    commit: () => void done.push('commit'),
    rollback() {
      if (running > 0) throw new Error('A query is still running in this transaction');
      done.push('rollback');
    },
  };
  return { done, database: { beginTransaction: () => transaction } as unknown as Database };
}

describe('a transaction of the embedded engine', () => {
  it('runs statements that were started at once one after another, and commits', async () => {
    const { done, database } = noting();
    const rows = await inTransaction(database, (run) => Promise.all([run('one'), run('two')]));
    expect(rows).toEqual([[{ cypher: 'one' }], [{ cypher: 'two' }]]);
    expect(done).toEqual(['one', 'two', 'commit']);
  });

  it('begins nothing after a statement that failed, and tells of that one', async () => {
    const { done, database } = noting();
    const writing = inTransaction(database, (run) => Promise.all([run('one'), run('bad'), run('three')]));
    await expect(writing).rejects.toThrow('it is bad');
    expect(done).toEqual(['one', 'bad', 'rollback']);
  });

  it('is rolled back once the statement ends that runs when something else goes wrong', async () => {
    const { done, database } = noting();
    const writing = inTransaction(database, async (run) => {
      void run('one').catch(() => {});
      void run('two').catch(() => {});
      throw new Error('of our own');
    });
    await expect(writing).rejects.toThrow('of our own');
    expect(done).toEqual(['one', 'rollback']);
  });
});
