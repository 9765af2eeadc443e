import { Arg, Ctx, Field, FieldResolver, Float, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord } from '../model.ts';
import { familyNames, familyRules, type FamilyName } from '../projection/features.ts';
import type { Contribution } from '../projection/score.ts';
import type { Context } from './context.ts';
import { labelOf, shortLabelOf } from './label.ts';
import { Node } from './node.ts';
import { reasonText, type Phrase } from './reason-text.ts';
import type { Edge } from './related.ts';
import { Statement } from './statement.ts';

export const ReasonKind = Object.fromEntries(familyNames.map((name) => [name, name])) as { [F in FamilyName]: F };
registerEnumType(ReasonKind, {
  name: 'ReasonKind',
  description: 'In what way two resources have something in common.',
});

@ObjectType({ description: 'One thing that a resource shares with the target, and how much of the score it makes.' })
export class Reason {
  @Field(() => ReasonKind, { description: 'In what way it is shared.' })
  kind!: FamilyName;

  @Field(() => Float, {
    description: 'Its part of the score of this edge, from 0 to 1; the shares of an edge sum to 1.',
  })
  share!: number;
}

/** What the resolvers below work on: a part of the score of an edge. */
export interface ReasonOfEdge extends Reason {
  contribution: Contribution;
  edge: Edge;
}

@Resolver(() => Reason)
export class ReasonResolver {
  @FieldResolver(() => Node, { description: 'What is shared.' })
  entity(
    @Root() { contribution }: ReasonOfEdge,
    @Ctx() { loaders, projection }: Context,
  ): Promise<CatalogueRecord | null> {
    return loaders.record.load(projection.ids[contribution.feature.entity]!);
  }

  @FieldResolver(() => String, { description: 'The reason in words.' })
  async text(
    @Root() { contribution, edge }: ReasonOfEdge,
    @Arg('language', () => String, {
      nullable: true,
      description: 'en, de, fr, es, nl, ro or sr; by default the language of the question, else English.',
    })
    language: string | undefined,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await reasonOf(context, edge, contribution, language)).text;
  }

  @FieldResolver(() => [Statement], {
    description: 'The statements it stands on: from the target, then from the related publication.',
  })
  async statements(
    @Root() { kind, contribution, edge }: ReasonOfEdge,
    @Ctx() context: Context,
  ): Promise<StatementRecord[]> {
    const { feature, candidateVia } = contribution;
    const { relation } = familyRules[kind];
    const paths = [
      ...(await statementsOn(context, edge.target, relation, feature.via)),
      ...(await statementsBetween(context, feature.via, feature.entity, kind)),
      ...(await statementsOn(context, edge.item.scored, relation, candidateVia)),
      ...(await statementsBetween(context, candidateVia, feature.entity, kind)),
    ];
    return [...new Map(paths.map((statement) => [statement.id, statement])).values()];
  }
}

/** One reason with the name of what is shared and the sentence that says so. */
export async function reasonOf(
  { loaders, projection }: Context,
  edge: Edge,
  contribution: Contribution,
  language = edge.language,
) {
  const { feature, score } = contribution;
  const kind = feature.family.name;
  const id = projection.ids[feature.entity]!;
  const record = await loaders.record.load(id);
  const name = record ? labelOf(record, language ?? 'en') : id;
  const shortName = record ? shortLabelOf(record, language ?? 'en') : id;
  return {
    kind,
    id,
    name,
    text: reasonText(phraseOf(edge, contribution), shortName, language),
    share: score / edge.score,
  };
}

/** What a node's record states about an entity by a relation; nothing where the node is the entity itself. */
async function statementsOn({ loaders, projection }: Context, node: number, relation: string, entity: number) {
  if (node === entity) return [];
  const statements = await loaders.statementsFrom.load(projection.ids[node]!);
  return statements.filter((statement) => statement.relation === relation && statement.to === projection.ids[entity]);
}

/** The statements that lead from what is linked itself to the wider entity, by the shortest way. */
async function statementsBetween(context: Context, via: number, entity: number, family: FamilyName) {
  const found: StatementRecord[] = [];
  let edge: { node: string; path: StatementRecord[] }[] = [{ node: context.projection.ids[via]!, path: [] }];
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

function phraseOf({ target, item }: Edge, { feature, candidateVia }: Contribution): Phrase {
  const { name } = feature.family;
  const direct = feature.via === feature.entity && candidateVia === feature.entity;
  if (name === 'THEME' && !direct) return 'WIDER_THEME';
  if (name === 'INSTRUMENT' && !direct) return 'NEAR_INSTRUMENT';
  if (name === 'CITATION' && feature.entity === target) return 'CITING';
  if (name === 'CITATION' && feature.entity === item.scored) return 'CITED';
  return name;
}
