import type { GraphAddress } from '../config.ts';

/** A value that both engines take as a parameter and give back in a row. */
export type Value = string | number | boolean | null | undefined | Value[] | { [key: string]: Value };
export type Parameters = Record<string, Value>;

/** Runs one Cypher statement and gives its rows as plain objects: scalars, lists and maps, never nodes. */
export type Run = <Row = Record<string, Value>>(cypher: string, parameters?: Parameters) => Promise<Row[]>;

/**
 * The system of record, whichever engine holds it. Both engines take the same Cypher text.
 * What an engine cannot do now, being away, full or busy, throws `Unavailable`; other errors of it come as they are.
 */
export interface GraphStore {
  readonly engine: GraphAddress['engine'];
  /**
   * Reads outside any transaction of the caller; what this process wrote before is seen. `timeout`, in milliseconds, ends it
   * in the database and here, if it is shorter than what the engine gives any read, or `unhurried`; the embedded engine
   * knows none.
   */
  readonly read: <Row = Record<string, Value>>(
    cypher: string,
    parameters?: Parameters,
    timeout?: number,
  ) => Promise<Row[]>;
  /**
   * Runs `work` in one transaction: all of it or nothing. A conflict or a lost connection makes it run again,
   * so it must come to the same end when repeated: MERGE on a key, or CREATE after it has looked, within
   * the same transaction, whether that was done already. When it resolves, the write is on disk. `timeout`, in
   * milliseconds (60,000 unless given), ends it in the database and here; the embedded engine knows none.
   */
  write<Result>(work: (run: Run) => Promise<Result>, timeout?: number): Promise<Result>;
  close(): Promise<void>;
}

/** Milliseconds for a read that nobody waits for. */
export const unhurried = 60_000;

/** The same store, for reads that nobody waits for. */
export const withoutHurry = (store: GraphStore): GraphStore => ({
  ...store,
  read: (cypher, parameters) => store.read(cypher, parameters, unhurried),
});

/** Who waits for a store: readers of answers, not for long; or commands, which can wait. */
export type StoreUse = 'answers' | 'commands';

/** Opens the graph at an address. Throws when it cannot be reached or another process holds it, naming the place. */
export async function openStore(address: GraphAddress, use: StoreUse = 'answers'): Promise<GraphStore> {
  // Each engine's package is loaded only when it is used: the other need not even be there.
  if (address.engine === 'neo4j') return (await import('./neo4j.ts')).openNeo4j(address, use);
  return (await import('./grafeo.ts')).openGrafeo(address.folder);
}
