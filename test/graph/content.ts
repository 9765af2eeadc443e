import { exportLines } from '../../src/graph/export.ts';
import { allEntities } from '../../src/graph/entities.ts';
import { checkGraph, type Fault } from '../../src/graph/check.ts';
import { readStatements } from '../../src/graph/read.ts';
import type { Statement } from '../../src/graph/statements.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { CatalogueRecord, Source } from '../../src/model.ts';

/** What `export` prints of a graph. */
export async function exportOf(store: GraphStore): Promise<string> {
  let text = '';
  for await (const lines of exportLines(store)) for (const line of lines) text += `${line}\n`;
  return text;
}

/** Every statement of a graph with the revision it came with, entity by entity. */
export async function statementsIn(store: GraphStore): Promise<Statement[]> {
  const found: Statement[][] = [];
  for await (const page of allEntities(store.read)) {
    const ids = page.map(({ id }) => id);
    found.push(...(await readStatements(store, ids)).values());
  }
  return found.flat();
}

/** The same without the revisions, which tell of the way there. */
export const statedIn = async (store: GraphStore) =>
  (await statementsIn(store)).map((statement) => ({ ...statement, revision: 0 }));

/** The links of some entities, as `RELATION target`. */
export async function linksFrom(store: GraphStore, ...ids: string[]): Promise<string[]> {
  const statements = await readStatements(store, ids);
  return [...statements.values()].flat().map(({ relation, to }) => `${relation} ${to}`);
}

/** What `checkGraph` finds. */
export async function faultsOf(store: GraphStore): Promise<Fault[]> {
  const faults: Fault[] = [];
  for await (const fault of checkGraph(store)) faults.push(fault);
  return faults;
}

/** The same record as another source gives it, with what it says differently. */
export const from = <Kept extends CatalogueRecord>(source: Source, record: Kept, fields: Partial<Kept> = {}): Kept => ({
  ...record,
  ...fields,
  source,
});

/** A theme with what is broader. */
export const theme = (key: string, ...broader: string[]): CatalogueRecord => ({
  kind: 'theme',
  id: `theme/${key}`,
  prefLabel: { en: key },
  ...(broader.length > 0 && { broader: broader.map((name) => `theme/${name}`) }),
  source: { url: 'https://example.org/list', verified: true },
});
