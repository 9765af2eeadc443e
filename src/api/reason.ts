import { Arg, Ctx, Field, FieldResolver, Float, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord, Publication } from '../model.ts';
import { familyNames, familyRules, type FamilyName, type LinkedFamily } from '../projection/features.ts';
import type { SharedEntity, SharedThing } from '../projection/reasons.ts';
import { neighbours } from '../projection/adjacency.ts';
import type { Context } from './context.ts';
import { labelOf, shortLabelOf } from './label.ts';
import { Node } from './node.ts';
import { asWritten } from './as-written.ts';
import { readLanguage } from './language.ts';
import { reasonLanguage, reasonText, sentenceOf, type Phrase } from './reason-text.ts';
import type { Edge } from './related-list.ts';
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
  shared: SharedThing;
  edge: ExplainedEdge;
}

/** What a reason is told by: the two that share something, and the language of the reader. */
export type ExplainedEdge = Pick<Edge, 'target' | 'score' | 'language'> & { scored: number };

/** The reasons of an edge, as the resolvers take them. */
export const reasonsOfEdge = (edge: ExplainedEdge, shared: readonly SharedThing[]): ReasonOfEdge[] =>
  shared.map((thing) => ({ kind: thing.family, share: thing.score / edge.score, shared: thing, edge }));

@Resolver(() => Reason)
export class ReasonResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'What is shared; null where it is words.' })
  async entity(
    @Root() { shared }: ReasonOfEdge,
    @Ctx() { loaders, projection }: Context,
  ): Promise<CatalogueRecord | null> {
    return shared.family === 'TEXT' ? null : loaders.record.load(projection.ids[shared.entity]!);
  }

  @FieldResolver(() => [String], {
    description: 'The words both titles and summaries have, the most telling first, folded; for the kind `TEXT` only.',
  })
  words(@Root() { shared }: ReasonOfEdge): string[] {
    return shared.family === 'TEXT' ? shared.words : [];
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether what is shared is law that a later instrument has replaced (`LegalInstrument.supersededBy`).',
  })
  replaced(@Root() { shared }: ReasonOfEdge, @Ctx() context: Context): boolean {
    return isReplaced(context, shared);
  }

  @FieldResolver(() => String, { description: 'The reason in words: `Same theme: residence permit`.' })
  async text(
    @Root() { shared, edge }: ReasonOfEdge,
    @Arg('language', () => String, {
      nullable: true,
      description: 'en, de, fr, es, nl, ro or sr; by default the language of the question, else English.',
    })
    language: string | undefined,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await reasonOf(context, edge, shared, readLanguage(language))).text;
  }

  @FieldResolver(() => [Statement], {
    description: 'The statements it stands on: from the target, then from the related publication.',
  })
  async statements(@Root() { shared, edge }: ReasonOfEdge, @Ctx() context: Context): Promise<StatementRecord[]> {
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
}

/** A reason as plain JSON; the id is null where words are shared. */
export interface ToldReason {
  kind: FamilyName;
  id: string | null;
  name: string;
  text: string;
  share: number;
  /** Whether it stands on law that a later instrument has replaced. */
  replaced: boolean;
}

/** One reason with the name of what is shared and the words that say so. */
export async function reasonOf(
  context: Context,
  edge: ExplainedEdge,
  shared: SharedThing,
  language = edge.language,
): Promise<ToldReason> {
  const share = shared.score / edge.score;
  if (shared.family === 'TEXT') {
    const name = await someWords(context, edge.scored, shared.words);
    return { kind: 'TEXT', id: null, name, text: reasonText('TEXT', name, language), share, replaced: false };
  }
  const id = context.projection.ids[shared.entity]!;
  const record = await context.loaders.record.load(id);
  const told = reasonLanguage(language);
  const name = record ? labelOf(record, told) : id;
  const shortName = record ? shortLabelOf(record, told) : id;
  const replaced = isReplaced(context, shared);
  const text = reasonText(phraseOf(context, edge, shared), shortName, language, { replaced });
  return { kind: shared.family, id, name, text, share, replaced };
}

/** So many words are named in a reason. */
const wordsShown = 3;

/** A few of the words two texts share, as they stand in the related publication. */
async function someWords({ loaders, projection }: Context, publication: number, words: readonly string[]) {
  const record = (await loaders.record.load(projection.ids[publication]!)) as Publication | null;
  const telling = words.filter((word) => word.length > 3);
  const chosen = (telling.length > 0 ? telling : words).slice(0, wordsShown);
  return asWritten(
    chosen,
    record ? [record.title, record.summary ?? '', ...Object.values(record.titles ?? {})] : [],
  ).join(', ');
}

/** Whether law stands behind a reason that a later instrument has replaced, on the way to what is shared too. */
function isReplaced({ projection }: Context, shared: SharedThing): boolean {
  if (shared.family !== 'INSTRUMENT') return false;
  const behind = [shared.entity, shared.targetVia, shared.candidateVia];
  return behind.some((law) => neighbours(projection.out.REPLACED_BY, law).length > 0);
}

/** What a node's record states about an entity by a relation; nothing where the node is the entity itself. */
async function statementsOn({ loaders, projection }: Context, node: number, relation: string, entity: number) {
  if (node === entity) return [];
  const statements = await loaders.statementsFrom.load(projection.ids[node]!);
  return statements.filter((statement) => statement.relation === relation && statement.to === projection.ids[entity]);
}

/** The statements that lead from what is linked itself to the wider entity, by the shortest way. */
async function statementsBetween(context: Context, via: number, entity: number, family: LinkedFamily) {
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

const isPublication = ({ projection }: Context, target: number | null) =>
  target !== null && projection.ids[target]!.startsWith('publication/');

function phraseOf(context: Context, { target, scored }: ExplainedEdge, shared: SharedEntity): Phrase {
  const { family, entity, targetVia, candidateVia } = shared;
  if (family === 'THEME' && (targetVia !== entity || candidateVia !== entity)) return 'WIDER_THEME';
  if (family === 'INSTRUMENT' && (targetVia !== entity || candidateVia !== entity)) return 'NEAR_INSTRUMENT';
  if (family === 'CITATION') return entity === target ? 'CITING' : entity === scored ? 'CITED' : family;
  const { relation } = familyRules[family];
  return isPublication(context, target) || relation === 'CITES' ? family : (relation as Phrase);
}

/** A second reason that makes less of the score is not named in the sentence. */
const leastShare = 0.05;

/**
 * Why an item is there, in one sentence, from its two strongest reasons: from what is shared by links where there is
 * anything, as words alone tell a reader little.
 */
export async function sentenceFor(
  context: Context,
  edge: ExplainedEdge,
  shared: readonly SharedThing[],
  language?: string,
) {
  const linked = shared.filter(({ family }) => family !== 'TEXT');
  const [first, ...others] = linked.length > 0 ? linked : shared;
  // What adds next to nothing explains nothing.
  const second = others.find(({ score }) => score >= leastShare * edge.score);
  const strongest = [first, second].filter((thing) => thing !== undefined);
  return sentenceOf(
    await Promise.all(strongest.map(async (thing) => (await reasonOf(context, edge, thing, language)).text)),
  );
}
