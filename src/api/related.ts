import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { CatalogueRecord, Publication as PublicationRecord } from '../model.ts';
import { loadNodes, type Context } from './context.ts';
import { readLanguage } from './language.ts';
import { PageInfo } from './paging.ts';
import { PublicationFilter } from './publication-filter.ts';
import { Publication } from './publication.ts';
import {
  relatedConnection,
  type Connection,
  type Edge,
  type RelatedArguments,
  type RelatedTarget,
} from './related-list.ts';
import { Reason, reasonsOfEdge, type ReasonOfEdge } from './reason.ts';
import { sentenceFor } from './tell-reason.ts';
import type { Soon } from './soon.ts';

@InputType({
  description:
    'What the related resources are wanted for: exactly one of `id`, `url` and `doi`, or a text that is not in the catalogue.',
})
export class RelatedTo implements RelatedTarget {
  @Field(() => ID, { nullable: true, description: 'A publication, or any other entity: then what to read about it.' })
  id?: string;

  @Field(() => String, { nullable: true, description: 'Any address of a publication.' })
  url?: string;

  @Field(() => String, { nullable: true, description: 'The DOI of a publication.' })
  doi?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The text of any page, plain or HTML, in a request of at most 100 kB: what it names is linked, its first 600 characters are compared. It is neither stored nor logged.',
  })
  text?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The title of that text; by default its first line, or its first words.',
  })
  title?: string;

  @Field(() => String, { nullable: true, description: 'Its language, a BCP 47 tag; by default it is found out.' })
  language?: string;
}

@ObjectType({ description: 'A related publication and why it is one.' })
export class RelatedEdge {
  @Field(() => String, { description: 'Its place in the list.' })
  cursor!: string;

  @Field(() => Float, {
    description: 'From 0 to 1, against what the target itself would score: the sum of its reasons.',
  })
  score!: number;
}

@ObjectType({ description: 'Publications related to a target, the best first.' })
export class RelatedConnection {
  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are; the list ends after 100.' })
  totalCount!: number;
}

/** What is asked of a related list. */
@ArgsType()
class RelatedListArguments implements RelatedArguments {
  @Field(() => PublicationFilter, { nullable: true, description: 'Only these are ranked.' })
  filter?: PublicationFilter;

  @Field(() => Int, { defaultValue: 6, description: 'So many, at most 100.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'A cursor: only what comes after it.' })
  after?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language of the reader, a BCP 47 tag: that version of a work is shown.',
  })
  language?: string;
}

@Resolver(() => RelatedConnection)
export class RelatedResolver {
  @Query(() => RelatedConnection, {
    description:
      'What to read next: publications that share rare links and words with the target, each with its reasons; the best first, but for what is held back so that no publisher or series crowds out the rest.',
  })
  related(
    @Arg('to', () => RelatedTo, { description: 'The target.' }) to: RelatedTo,
    @Args(() => RelatedListArguments) args: RelatedArguments,
    @Ctx() context: Context,
  ): Promise<Connection> {
    return relatedConnection(context, to, args);
  }

  @FieldResolver(() => [RelatedEdge], { description: 'The related publications with their reasons.' })
  edges(@Root() { edges }: Connection): Edge[] {
    return edges;
  }

  @FieldResolver(() => [Publication], { description: 'The related publications alone.' })
  nodes(@Root() { edges }: Connection, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return loadNodes(
      context,
      edges.map(({ item }) => item.publication),
    );
  }
}

@Resolver(() => RelatedEdge)
export class RelatedEdgeResolver {
  @FieldResolver(() => Publication, { description: 'The related publication.' })
  node(@Root() { item }: Edge, @Ctx() { loaders, projection }: Context): Soon<CatalogueRecord | null> {
    return loaders.record.load(projection.ids[item.publication]!);
  }

  @FieldResolver(() => [Publication], { description: 'Translations and other editions of the same work.' })
  alsoIn(@Root() { item }: Edge, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return loadNodes(context, item.alsoIn);
  }

  @FieldResolver(() => [Reason], { description: 'Why, the strongest first.' })
  reasons(@Root() edge: Edge): ReasonOfEdge[] {
    return reasonsOfEdge(edge, edge.item.reasons);
  }

  @FieldResolver(() => String, {
    description:
      'Why, in one sentence, from the two strongest links: `Same theme: residence permit; same country: Serbia`; from shared words only where nothing else is shared.',
  })
  why(
    @Root() edge: Edge,
    @Arg('language', () => String, {
      nullable: true,
      description: 'en, de, fr, es, nl, ro, it, pt, ar or sr; by default the language of the question, else English.',
    })
    language: string | undefined,
    @Ctx() context: Context,
  ): Promise<string> {
    return sentenceFor(context, edge, edge.item.reasons, readLanguage(language));
  }
}

@Resolver(() => Publication)
export class PublicationRelatedResolver {
  @FieldResolver(() => RelatedConnection, { description: 'What to read next, with reasons.' })
  related(
    @Root() { id }: PublicationRecord,
    @Args(() => RelatedListArguments) args: RelatedArguments,
    @Ctx() context: Context,
  ): Promise<Connection> {
    return relatedConnection(context, { id }, args);
  }
}
