import type { Act } from './graph/revision.ts';
import type { GraphStore } from './graph/store.ts';
import { importLines, type ImportSummary } from './import-lines.ts';

/** A record that was not accepted, or a link of one that leads nowhere yet. */
export interface ValueRejection {
  /** Its place among the records, from 0. */
  index: number;
  field: string;
  value: unknown;
  reason: string;
}

/** Longer values are told by their beginning, in characters of JSON. */
const mostShown = 500;

/** Brings records that came as values into the graph, by the rules that files of records are taken by. */
export async function importValues(
  store: GraphStore,
  act: Act,
  values: readonly unknown[],
): Promise<ImportSummary & { rejections: ValueRejection[] }> {
  const rejections: ValueRejection[] = [];
  async function* read(): AsyncGenerator<Buffer> {
    for (const value of values) yield Buffer.from(`${JSON.stringify(value)}\n`);
  }
  const lines = { name: 'records', read, at: (line: number) => `index ${line - 1}` };
  const summary = await importLines(store, [lines], {
    act,
    onReject: ({ line, field, value, reason }) =>
      rejections.push({ index: line - 1, field, value: shown(value), reason }),
  });
  rejections.sort((one, other) => one.index - other.index);
  return { ...summary, rejections };
}

function shown(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text.length <= mostShown ? value : `${text.slice(0, mostShown)}…`;
}
