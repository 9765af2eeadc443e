import type { GraphAddress } from '../config.ts';

/** A value that both engines take as a parameter and give back in a row. */
export type Value = string | number | boolean | null | undefined | Value[] | { [key: string]: Value };
export type Parameters = Record<string, Value>;

/** Runs one Cypher statement and gives its rows as plain objects: scalars, lists and maps, never nodes. */
export type Run = <Row = Record<string, Value>>(cypher: string, parameters?: Parameters) => Promise<Row[]>;

/**
 * The system of record, whichever engine holds it. Both engines take the same Cypher text.
 * Errors of the engine are thrown as they are.
 */
export interface GraphStore {
  readonly engine: GraphAddress['engine'];
  /** Reads outside any transaction of the caller; what this process wrote before is seen. */
  readonly read: Run;
  /**
   * Runs `work` in one transaction: all of it or nothing. A conflict or a lost connection makes it run again,
   * so it must come to the same end when repeated: MERGE on a key, or CREATE after it has looked, within
   * the same transaction, whether that was done already. When it resolves, the write is on disk. `timeout`, in
   * milliseconds (60,000 unless given), ends it in the database and here; the embedded engine knows none.
   */
  write<Result>(work: (run: Run) => Promise<Result>, timeout?: number): Promise<Result>;
  close(): Promise<void>;
}

/** Opens the graph at an address. Throws when it cannot be reached or another process holds it, naming the place. */
export async function openStore(address: GraphAddress): Promise<GraphStore> {
  // Each engine's package is loaded only when it is used: the other need not even be there.
  if (address.engine === 'neo4j') return (await import('./neo4j.ts')).openNeo4j(address);
  return (await import('./grafeo.ts')).openGrafeo(address.folder);
}
