import { statementsOf } from '../../src/graph/statements.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import { createBuilder, type Projection } from '../../src/projection/projection.ts';

/** The projection of records, without a graph in between. */
export function project(records: readonly CatalogueRecord[]): Projection {
  const builder = createBuilder();
  builder.add({
    nodes: records.map((record) => {
      const {
        language = null,
        date = null,
        type = null,
      } = record as { language?: string; date?: string; type?: string };
      return { id: record.id, language, date, type };
    }),
    links: records.flatMap((record) => statementsOf(record.id, [record], (id) => id)),
  });
  return builder.build(1);
}
