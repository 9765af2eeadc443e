import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root, type ClassType } from 'type-graphql';
import type { CatalogueRecord, Kind as KindName } from '../model.ts';
import { connectedTo, type Together as TogetherRecord } from '../projection/connected.ts';
import type { Context } from './context.ts';
import { Country } from './country.ts';
import { LegalInstrument } from './legal-instrument.ts';
import { Organisation } from './organisation.ts';
import { Kind } from './node.ts';
import { pageSize } from './paging.ts';
import { Person } from './person.ts';
import { Project } from './project.ts';
import { PublicationConnection, publicationPage, PublicationsArguments } from './publication-connection.ts';
import type { PublicationFilter } from './publication-filter.ts';
import { Theme } from './theme.ts';
import { Together } from './together.ts';

@Resolver()
export class PublicationsResolver {
  @Query(() => PublicationConnection, {
    description: 'Publications by text and filter, in the order asked for, with facets over all of them.',
  })
  publications(
    @Args(() => PublicationsArguments) args: PublicationsArguments,
    @Ctx() context: Context,
  ): PublicationConnection {
    return publicationPage(context, args);
  }
}

/** Gives a type its publications, those that `of` means for one of its ids, and what it stands together with in them. */
function publicationsOf(type: ClassType, description: string, of: (id: string) => PublicationFilter) {
  @Resolver(() => type)
  class EntityPublicationsResolver {
    @FieldResolver(() => PublicationConnection, { description })
    publications(
      @Root() { id }: CatalogueRecord,
      @Args(() => PublicationsArguments) args: PublicationsArguments,
      @Ctx() context: Context,
    ): PublicationConnection {
      return publicationPage(context, args, of(id));
    }

    @FieldResolver(() => [Together], {
      description: 'What it most often stands together with in publications, the most frequent first.',
    })
    connected(
      @Root() { id }: CatalogueRecord,
      @Arg('kind', () => Kind, { description: 'Entities of this kind.' }) kind: KindName,
      @Ctx() { projection }: Context,
      @Arg('first', () => Int, { defaultValue: 10, description: 'So many, at most 100.' }) first?: number,
    ): TogetherRecord[] {
      const number = projection.numbers.get(id);
      return number === undefined ? [] : connectedTo(projection, number, kind).slice(0, pageSize({ first }, 10).size);
    }
  }
  return EntityPublicationsResolver;
}

/** `publications` and `connected` on every other type. */
export const entityPublicationsResolvers = [
  publicationsOf(Country, 'Publications that cover it.', (id) => ({ countries: [id] })),
  publicationsOf(LegalInstrument, 'Publications that refer to it.', (id) => ({ instruments: [id] })),
  publicationsOf(Organisation, 'What it has published.', (id) => ({ publishers: [id] })),
  publicationsOf(Person, 'What this author has written.', (id) => ({ authors: [id] })),
  publicationsOf(Project, 'What came out of it.', (id) => ({ projects: [id] })),
  publicationsOf(Theme, 'Publications about it or a narrower theme.', (id) => ({ themes: [id] })),
] as const;
