import { statementsOf } from '../../src/graph/statements.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import { allNames } from '../../src/names.ts';
import { createBuilder } from '../../src/projection/builder.ts';
import { atOnce } from '../../src/projection/turns.ts';
import type { Projection, ProjectionChanges } from '../../src/projection/projection.ts';

/** The projection of records, without a graph in between. */
export function project(records: readonly CatalogueRecord[]): Projection {
  const builder = createBuilder();
  atOnce(builder.add(changesOf(records)));
  return atOnce(builder.build(1));
}

/** What the graph would tell of records that are new or changed. */
export const changesOf = (records: readonly CatalogueRecord[]): ProjectionChanges => ({
  nodes: records.map((record) => {
    const { language = null, date = null, type = null, summary = null } = record as Fields;
    const languages = record.kind === 'publication' ? record.languages : null;
    return { id: record.id, language, languages, date, type, summary, names: allNames(record) };
  }),
  links: records.flatMap((record) => statementsOf(record.id, [record], (id) => id)),
});

type Fields = Partial<Record<'language' | 'date' | 'type' | 'summary', string>>;
