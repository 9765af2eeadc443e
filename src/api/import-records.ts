import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, Extensions, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { proposeDuplicates } from '../graph/duplicates.ts';
import { importValues } from '../import-values.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { reasonRule, write } from './write.ts';

/** So many records are taken at once. */
export const mostRecords = 1_000;

@ObjectType({ description: 'A record that was not accepted, or a link of one that leads nowhere yet.' })
export class RecordRejection {
  @Field(() => Int, { description: 'The place of the record in `records`, from 0.' })
  index!: number;

  @Field(() => String, {
    description: 'The field that is wrong, such as `parties.3.date`; empty for the record as a whole.',
  })
  field!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What stands there; of what is long the beginning.' })
  value!: unknown;

  @Field(() => String, { description: 'What is wrong with it.' })
  reason!: string;
}

@ObjectType({ description: 'What became of the records of an import.' })
export class ImportResult {
  @Field(() => Int, { description: 'The revision of the catalogue that this answer sees: the write is in it.' })
  revision!: number;

  @Field(() => Int, { description: 'How many records there were.' })
  read!: number;

  @Field(() => Int, { description: 'How many are about something new.' })
  created!: number;

  @Field(() => Int, { description: 'How many have changed something.' })
  updated!: number;

  @Field(() => Int, { description: 'How many were known already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many were not accepted, or have links that lead nowhere yet.' })
  rejected!: number;

  @Field(() => Int, { description: 'How many new questions there are in `reviews`.' })
  proposed!: number;

  @Field(() => [RecordRejection], { description: 'What was rejected, and why; in the order of `records`.' })
  rejections!: RecordRejection[];
}

@Resolver()
export class ImportRecordsResolver {
  @Extensions({ role: 'curator' })
  @Mutation(() => ImportResult, {
    description:
      'Takes records into the catalogue: each becomes what its source says about its id, in the place of what that ' +
      'source said before. What is wrong is rejected, the rest goes in; the same records again change nothing. Needs ' +
      'the key of a curator.',
  })
  async importRecords(
    @Ctx() context: Context,
    @Arg('records', () => [GraphQLJSON], {
      description: 'At most 1,000, as lines of import files have them; give them as a variable.',
    })
    records: unknown[],
    @Arg('reason', () => String, { nullable: true, description: reasonRule }) reason?: string,
    @Arg('review', () => Boolean, {
      defaultValue: true,
      description: 'Look afterwards for publications that may be one with these.',
    })
    review?: boolean,
  ): Promise<ImportResult> {
    return importAll(context, records, reason, review!);
  }
}

async function importAll(
  context: Context,
  records: readonly unknown[],
  reason: string | undefined,
  review: boolean,
): Promise<ImportResult> {
  if (records.length > mostRecords)
    throw badInput(
      `records: ${records.length} were given; the limit is ${mostRecords}. Send them in several requests.`,
    );
  const result = await write(context, reason, async (store, act) => {
    const summary = await importValues(store, act, records);
    // Also what was there already: a client that got no answer sends its records again.
    return { ...summary, proposed: review ? await proposeDuplicates(store, idsIn(records)) : 0 };
  });
  return { ...result, revision: context.projection.revision };
}

/** The ids that records give themselves, whatever else is wrong with them. */
const idsIn = (records: readonly unknown[]): string[] =>
  records.flatMap((record) => {
    const id = (record as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? id : [];
  });
