import { Arg, Ctx, Extensions, Field, ID, Int, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import type { Choice } from '../graph/drafts.ts';
import { decide, type Proposal } from '../graph/proposals.ts';
import { reopen } from '../graph/reopen.ts';
import type { Context } from './context.ts';
import { Review } from './review.ts';
import { reasonRule, write } from './write.ts';

/** What a curator can say to a question. */
export const Decision = { ACCEPT: 'accepted', REJECT: 'rejected' } as const;
registerEnumType(Decision, {
  name: 'Decision',
  description: 'What is said to a question: yes, or no, which is remembered and not asked again unless it is reopened.',
});

/** What a page can be to the catalogue. */
export const PlaceAs = { NEW: 'new', SAME: 'same', TRANSLATION: 'translation', EDITION: 'edition' } as const;
registerEnumType(PlaceAs, {
  name: 'PlaceAs',
  description: 'What a page is: a new publication, one that is there, or another version of one.',
});

@ObjectType({ description: 'A question that was decided, or is asked again.' })
export class Decided {
  @Field(() => Int, { description: 'The revision of the catalogue that this answer sees: the write is in it.' })
  revision!: number;

  @Field(() => Review, { description: 'The question as it stands now.' })
  review!: Proposal;
}

@Resolver()
export class DecideResolver {
  @Extensions({ role: 'curator' })
  @Mutation(() => Decided, {
    description:
      'Decides one of the `reviews`. Accepted, a duplicate is merged, or a translation becomes a link; `undo` takes a ' +
      'merge back, `reopen` a rejection. Needs the key of a curator.',
  })
  async decide(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The id of the question.' }) id: string,
    @Arg('decision', () => Decision, { description: 'What is said to it.' }) decision: 'accepted' | 'rejected',
    @Arg('reason', () => String, { nullable: true, description: reasonRule }) reason?: string,
    @Arg('without', () => [String], {
      nullable: true,
      description:
        'Of a draft: what is wrong on the page and shall not go in, such as `date` or `countries:country/RS`.',
    })
    without?: string[],
    @Arg('as', () => PlaceAs, {
      nullable: true,
      description: 'Of a draft: what it is, where that is not what it was taken for; all but `NEW` need `of`.',
    })
    as?: Choice['as'],
    @Arg('of', () => ID, { nullable: true, description: 'Of a draft: the publication that `as` speaks of.' })
    of?: string,
  ): Promise<Decided> {
    const choice = { without, as, of };
    const review = await write(context, reason, (store, act) => decide(store, act, id, decision, choice));
    return { revision: context.projection.revision, review };
  }

  @Extensions({ role: 'curator' })
  @Mutation(() => Decided, {
    description:
      'Takes a rejection back: the question is asked again. Of a page nothing was kept; it waits until it is read again, by ' +
      '`ingestPage`. Needs the key of a curator.',
  })
  async reopen(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The id of the question.' }) id: string,
    @Arg('reason', () => String, {
      nullable: true,
      description: 'Why, in one line of at most 500 characters: curators can read it in `past`.',
    })
    reason?: string,
  ): Promise<Decided> {
    const review = await write(context, reason, (store, act) => reopen(store, act, id));
    return { revision: context.projection.revision, review };
  }
}
