import { Arg, Ctx, Field, FieldResolver, Float, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord } from '../model.ts';
import { familyNames, type FamilyName } from '../projection/features.ts';
import type { SharedThing } from '../projection/reasons.ts';
import type { Context } from './context.ts';
import { readLanguage } from './language.ts';
import { Node } from './node.ts';
import { evidenceFor } from './reason-evidence.ts';
import type { Soon } from './soon.ts';
import { Statement } from './statement.ts';
import { isReplaced, reasonOf, type ExplainedEdge } from './tell-reason.ts';

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

/** The reasons of an edge, as the resolvers take them. */
export const reasonsOfEdge = (edge: ExplainedEdge, shared: readonly SharedThing[]): ReasonOfEdge[] =>
  shared.map((thing) => ({ kind: thing.family, share: thing.score / edge.score, shared: thing, edge }));

@Resolver(() => Reason)
export class ReasonResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'What is shared; null where it is words.' })
  entity(@Root() { shared }: ReasonOfEdge, @Ctx() { loaders, projection }: Context): Soon<CatalogueRecord | null> {
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
      description: 'en, de, fr, es, nl, ro, it, pt, ar or sr; by default the language of the question, else English.',
    })
    language: string | undefined,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await reasonOf(context, edge, shared, readLanguage(language))).text;
  }

  @FieldResolver(() => [Statement], {
    description: 'The statements it stands on: from the target, then from the related publication.',
  })
  statements(@Root() { shared, edge }: ReasonOfEdge, @Ctx() context: Context): Promise<StatementRecord[]> {
    return evidenceFor(context, edge, shared);
  }
}
