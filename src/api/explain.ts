import 'reflect-metadata'; // before the first decorator
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import type { CatalogueRecord } from '../model.ts';
import { explain, outcomes, type Explanation as Explained, type Outcome } from '../projection/explain.ts';
import { profileOf } from '../projection/profile.ts';
import { rules } from '../projection/candidates.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { readLanguage } from './language.ts';
import { outcomeText } from './outcome-text.ts';
import { Publication } from './publication.ts';
import { Reason, reasonsOfEdge, type ReasonOfEdge } from './reason.ts';
import { sentenceFor } from './tell-reason.ts';
import { listFor } from './related-list.ts';
import { resolveNumber } from './resolve-id.ts';

export const RelatedOutcome = Object.fromEntries(outcomes.map((name) => [name, name])) as { [O in Outcome]: O };
registerEnumType(RelatedOutcome, {
  name: 'RelatedOutcome',
  description: 'What became of a publication in the related list of a target.',
  valuesConfig: {
    LISTED: { description: 'It is in the list, or another version of the same work is.' },
    SAME_WORK: { description: 'It is the target itself, or a translation or edition of it.' },
    NOTHING_SHARED: { description: 'The two have nothing in common that is not common to everything.' },
    BELOW_FLOOR: { description: 'They share something, but too little.' },
    ONLY_HUBS: { description: 'They share little else than what very many publications share.' },
    BEYOND_THE_LIST: { description: 'It would be there, if a list did not end after 100.' },
  },
});

@ObjectType({ description: 'Why a publication is in the related list of a target, or why it is not.' })
export class Explanation {
  @Field(() => RelatedOutcome, { description: 'What became of it.' })
  outcome!: Outcome;

  @Field(() => Float, {
    description: 'From 0 to 1, against what the target itself would score: the sum of the reasons.',
  })
  score!: number;

  @Field(() => Float, { description: 'The score below which nothing is shown.' })
  floor!: number;

  @Field(() => Boolean, {
    description: 'Whether it counts half, as a report of the target’s own series on other countries.',
  })
  heldApart!: boolean;

  @Field(() => Int, { nullable: true, description: 'Its place in the list, from 1; null where it is not in it.' })
  place?: number | null;
}

/** What the resolvers below work on. */
interface ExplanationOfPair extends Omit<Explained, 'place'>, Explanation {
  from: number;
  scored: number;
  language?: string;
}

@Resolver(() => Explanation)
export class ExplanationResolver {
  @Query(() => Explanation, {
    description:
      'Why `to` is in the related list of `from`, or why not: `explain(from: "publication/a", to: "publication/b")`.',
  })
  async explain(
    @Arg('from', () => ID, { description: 'The target of the list: a publication or any other entity.' }) from: string,
    @Arg('to', () => ID, { description: 'The publication that is asked about.' }) to: string,
    @Ctx() context: Context,
    @Arg('language', () => String, { nullable: true, description: 'The language of the reader.' }) given?: string,
  ): Promise<ExplanationOfPair> {
    const language = readLanguage(given);
    const [target, candidate] = [
      await resolveNumber(context, from, 'from: '),
      await resolveNumber(context, to, 'to: '),
    ];
    if (!to.startsWith('publication/'))
      throw badInput(`to: ${JSON.stringify(to)} is no publication; lists hold no other.`);
    const { projection } = context;
    const list = listFor(context, target, { language });
    const explained = explain(projection, profileOf(projection, target), list, candidate);
    const scored = list[(explained.place ?? 0) - 1]?.scored ?? candidate;
    return { ...explained, place: explained.place ?? undefined, floor: rules.floor, from: target, scored, language };
  }

  @FieldResolver(() => Publication, {
    nullable: true,
    description: 'The version of the same work that stands in the list for it; null where it stands there itself.',
  })
  listedAs(
    @Root() { listedAs }: ExplanationOfPair,
    @Ctx() { loaders, projection }: Context,
  ): Promise<CatalogueRecord | null> {
    return listedAs === null ? Promise.resolve(null) : loaders.record.load(projection.ids[listedAs]!);
  }

  @FieldResolver(() => [Reason], { description: 'What the two share, the strongest first; the shares sum to 1.' })
  reasons(@Root() explanation: ExplanationOfPair): ReasonOfEdge[] {
    return reasonsOfEdge({ ...explanation, target: explanation.from }, explanation.reasons);
  }

  @FieldResolver(() => String, { description: 'The outcome in one sentence, with the two strongest reasons.' })
  async text(@Root() explanation: ExplanationOfPair, @Ctx() context: Context): Promise<string> {
    const { outcome, from, reasons, language } = explanation;
    const isTold = reasons.length > 0 && outcome !== 'SAME_WORK'; // that a work has all in common with itself says nothing
    const why = isTold ? await sentenceFor(context, { ...explanation, target: from }, reasons, language) : '';
    return [outcomeText(outcome, language), why].filter(Boolean).join(' ');
  }
}
