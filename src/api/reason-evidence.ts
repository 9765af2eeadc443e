import type { Statement } from '../graph/statements.ts';
import { familyRules, type LinkedFamily } from '../projection/features.ts';
import type { SharedThing } from '../projection/reasons.ts';
import type { Context } from './context.ts';
import type { ExplainedEdge } from './tell-reason.ts';

/** The statements that a reason stands on: from the target, then from the related publication; words stand on none. */
export async function evidenceFor(context: Context, edge: ExplainedEdge, shared: SharedThing): Promise<Statement[]> {
  if (shared.family === 'TEXT') return [];
  const { family, entity, targetVia, candidateVia } = shared;
  const { relation } = familyRules[family];
  const paths = [
    ...(edge.target === null ? [] : await statementsOn(context, edge.target, relation, targetVia)),
    ...(await statementsBetween(context, targetVia, entity, family)),
    ...(await statementsOn(context, edge.scored, relation, candidateVia)),
    ...(await statementsBetween(context, candidateVia, entity, family)),
  ];
  return [...new Map(paths.map((statement) => [statement.id, statement])).values()];
}

/** What a node's record states about an entity by a relation; nothing where the node is the entity itself. */
async function statementsOn({ loaders, projection }: Context, node: number, relation: string, entity: number) {
  if (node === entity) return [];
  const statements = await loaders.statementsFrom.load(projection.ids[node]!);
  return statements.filter((statement) => statement.relation === relation && statement.to === projection.ids[entity]);
}

/** The statements that lead from what is linked itself to the wider entity, by the shortest way. */
async function statementsBetween(context: Context, via: number, entity: number, family: LinkedFamily) {
  const found: Statement[] = [];
  let edge: { node: string; path: Statement[] }[] = [{ node: context.projection.ids[via]!, path: [] }];
  const wanted = context.projection.ids[entity]!;
  for (let step = 0; step < familyRules[family].steps && via !== entity && found.length === 0; step++) {
    const lists = await Promise.all(edge.map(({ node }) => context.loaders.statementsFrom.load(node)));
    const next = lists.flatMap((statements, index) =>
      statements
        .filter(({ relation }) => familyRules[family].spread.includes(relation))
        .map((statement) => ({ node: statement.to, path: [...edge[index]!.path, statement] })),
    );
    found.push(...(next.find(({ node }) => node === wanted)?.path ?? []));
    edge = next;
  }
  return found;
}
