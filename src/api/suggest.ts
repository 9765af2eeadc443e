import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { foldText } from '../fold.ts';
import type { CatalogueRecord, Kind as KindName } from '../model.ts';
import { suggest } from '../projection/suggest.ts';
import { loadNodes, type Context } from './context.ts';
import { hintOf } from './hint.ts';
import { labelOf } from './label.ts';
import { readLanguage } from './language.ts';
import { Kind, Node } from './node.ts';
import { pageSize } from './paging.ts';
import { checkText } from './search-text.ts';

@ObjectType({ description: 'An entity that a reader who has begun to write may mean.' })
export class Suggestion {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Kind, { description: 'What it is.' })
  kind!: KindName;

  @Field(() => String, { description: 'What it is called, in the language asked for where it has a name in it.' })
  label!: string;

  @Field(() => String, {
    description:
      'What tells it from namesakes: the name that was written where it is another one, then kind of body and country, ' +
      'publisher and year, the wider theme, and the like.',
  })
  hint!: string;
}

/** A suggestion with its record. */
interface Suggested extends Suggestion {
  record: CatalogueRecord;
}

@Resolver(() => Suggestion)
export class SuggestionResolver {
  @FieldResolver(() => Node, { description: 'The entity.' })
  node(@Root() { record }: Suggested): CatalogueRecord {
    return record;
  }

  @Query(() => [Suggestion], {
    description:
      'What a text that is being written may become: names of every kind, in every language and script, the best first. ' +
      'A text without a letter suggests nothing.',
  })
  async suggest(
    @Arg('prefix', () => String, { description: 'What has been written so far, such as `lef` or `residence per`.' })
    prefix: string,
    @Ctx() context: Context,
    @Arg('kinds', () => [Kind], { nullable: true, description: 'Only entities of these kinds.' }) kinds?: KindName[],
    @Arg('first', () => Int, { defaultValue: 10, description: 'So many, at most 100.' }) first?: number,
    @Arg('language', () => String, { nullable: true, description: 'A BCP 47 tag: of labels and hints.' })
    given?: string,
  ): Promise<Suggested[]> {
    const { projection } = context;
    const { size } = pageSize({ first }, 10);
    const language = readLanguage(given);
    if (foldText(prefix) === '') return [];
    checkText('prefix', prefix);
    const found = suggest(projection, prefix, size, kinds);
    const words = new Map(found.map(({ node, words }) => [projection.ids[node]!, words]));
    const records = await loadNodes(
      context,
      found.map(({ node }) => node),
    );
    return Promise.all(
      records.map(async (record) => {
        const label = labelOf(record, language);
        const hint = await hintOf(context, record, label, words.get(record.id)!, language);
        return { id: record.id, kind: record.kind, label, hint, record };
      }),
    );
  }
}
