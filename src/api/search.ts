import { Args, ArgsType, Ctx, Field, FieldResolver, Float, ObjectType, Query, Resolver, Root } from 'type-graphql'; // prettier-ignore
import { kinds as allKinds, type Kind as KindName } from '../model.ts';
import { digestOf } from '../graph/encode.ts';
import { byScore } from '../projection/orders.ts';
import { selectPage } from '../projection/page.ts';
import { rememberedPages } from '../projection/remembered.ts';
import { connectionTypes, listed, rangeOf, type Edge, type Listed } from './connection.ts';
import type { Context } from './context.ts';
import { Facet, FacetArguments, facetsOf } from './facet.ts';
import { find, type Hits } from './find.ts';
import { Kind, Node } from './node.ts';
import { PageArguments, pageSize } from './paging.ts';
import { PublicationFilter } from './publication-filter.ts';
import { snippetOf, wordsMatched } from './snippet.ts';
import { KindCount } from './status.ts';

const types = connectionTypes(() => Node, 'Search', 'entities that were found');

@ArgsType()
class SearchArguments extends PageArguments {
  @Field(() => String, {
    description:
      'What to look for, in any language: all words must stand in the names or the summary; `"…"` is a phrase, `word*` ' +
      'a beginning. Also an id, a DOI, an ISBN or an address.',
  })
  text!: string;

  @Field(() => [Kind], { nullable: true, description: 'Only entities of these kinds; of all kinds when left out.' })
  kinds?: KindName[];

  @Field(() => PublicationFilter, { nullable: true, description: 'Only publications like this, and no other kind.' })
  filter?: PublicationFilter;
}

@ObjectType({ description: 'A word that stands nowhere in the catalogue, and what it was taken for.' })
export class TakenAs {
  @Field(() => String, { description: 'The word as it was searched for, folded.' })
  word!: string;

  @Field(() => [String], { description: 'Words one letter away that do stand somewhere, folded; none, an empty list.' })
  words!: string[];
}

/** A page of what was found, and all of it. */
interface List extends Listed {
  hits: Hits;
}

@Resolver(() => types.ConnectionType)
class SearchConnectionResolver {
  @FieldResolver(() => [KindCount], { description: 'How many entities of each kind were found, for those there are.' })
  kinds(@Root() { hits }: List, @Ctx() { projection }: Context): KindCount[] {
    const counts = allKinds.map((kind) => {
      const isFound = (node: number) => hits.marks[node] === 1;
      return { kind, count: projection.ofKind[kind].filter(isFound).length };
    });
    return counts.filter(({ count }) => count > 0);
  }

  @FieldResolver(() => [Facet], {
    description: 'How often each value stands in all publications that were found, by one dimension after the other.',
  })
  facets(@Root() { hits }: List, @Args(() => FacetArguments) args: FacetArguments, @Ctx() context: Context): Facet[] {
    return facetsOf(context, args, hits);
  }

  @FieldResolver(() => [TakenAs], { description: 'Words that stand nowhere and may be mistyped.' })
  takenAs(@Root() { hits }: List): TakenAs[] {
    return hits.takenAs;
  }
}

@Resolver(() => types.EdgeType)
class SearchEdgeResolver {
  @FieldResolver(() => Float, { description: 'How well it says the text, 0–1; 1 for what is called just so.' })
  score(@Root() { number, list }: Edge<List>): number {
    return list.hits.scores[number]!;
  }

  @FieldResolver(() => String, {
    description:
      'The passage in which the words stand, as HTML: the words in `<mark>`, everything else escaped. Of the summary, ' +
      'else of the name that says it.',
  })
  snippet(@Root() { node, list }: Edge<List>): string {
    return snippetOf(node, list.hits.words);
  }

  @FieldResolver(() => [String], { description: 'The words that were found, as they are written there.' })
  matched(@Root() { node, list }: Edge<List>): string[] {
    return wordsMatched(node, list.hits.words);
  }
}

@Resolver()
class SearchResolver {
  @Query(() => types.ConnectionType, {
    description:
      'Entities of every kind that say a text, the best first. Upper case, accents and Serbian script make no ' +
      'difference, endings may; where a word stands nowhere, words one letter away are taken instead (`takenAs`).',
  })
  async search(@Args(() => SearchArguments) args: SearchArguments, @Ctx() context: Context): Promise<List> {
    const { projection } = context;
    pageSize(args, 20); // a wrong page is told before a long search
    const hits = await find(context, args);
    const order = byScore(projection, digestOf(args.text), hits.scores);
    const range = rangeOf(context, args, order);
    const { text, kinds, filter } = args;
    const page = known(projection, [text, kinds, filter, range], () => selectPage(hits.nodes, order, range));
    return { ...listed(page, order, () => hits.nodes.length), hits };
  }
}

const known = rememberedPages();

export const searchResolvers = [
  types.ConnectionResolver,
  SearchConnectionResolver,
  SearchEdgeResolver,
  SearchResolver,
] as const;
