import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root, type ClassType } from 'type-graphql'; // prettier-ignore
import { matchingEntities, publicationCounts, type EntityFilter as Wanted, type EntityKind } from '../projection/entities.ts'; // prettier-ignore
import { digestOf } from '../graph/encode.ts';
import { byCount, byName, byScore } from '../projection/orders.ts';
import { selectPage, type Order } from '../projection/page.ts';
import { search } from '../projection/search.ts';
import { connectionTypes, listed, rangeOf, type Edge, type Listed } from './connection.ts';
import type { Context } from './context.ts';
import { Country } from './country.ts';
import { CountryFilter, EntityOrder, InstrumentFilter, OrganisationFilter, PersonFilter, ProjectFilter, ThemeFilter, type EntityFilter } from './entity-filter.ts'; // prettier-ignore
import { badInput } from './errors.ts';
import { checkValues } from './filter-ids.ts';
import { isBound } from './is-bound.ts';
import { LegalInstrument } from './legal-instrument.ts';
import { Organisation } from './organisation.ts';
import { PageArguments } from './paging.ts';
import { Person } from './person.ts';
import { Project } from './project.ts';
import { matchingFilter } from './publication-filter.ts';
import { checkText } from './search-text.ts';
import { Theme } from './theme.ts';

/** A page of entities, and how many publications each node has. */
interface List extends Listed {
  publications(): Uint32Array;
}

/** What is asked of a list of entities. */
interface Arguments<Filter extends EntityFilter> extends PageArguments {
  filter?: Filter;
  orderBy: EntityOrder;
}

/** A kind of entity as a list at the root: its types and the resolver of `plural`. */
function listOf<Filter extends EntityFilter>(
  kind: EntityKind,
  type: ClassType,
  plural: string,
  filterType: ClassType<Filter>,
  /** What a filter of this kind wants beside the common fields. */
  own: (filter: Filter, context: Context) => Wanted | Promise<Wanted>,
) {
  const name = type.name;
  const title = name === 'LegalInstrument' ? 'legal instruments' : plural;
  const types = connectionTypes(() => type, name, title);

  @ArgsType()
  class EntitiesArguments extends PageArguments implements Arguments<Filter> {
    @Field(() => filterType, { nullable: true, description: 'Which ones; all when left out.' })
    filter?: Filter;

    @Field(() => EntityOrder, { defaultValue: 'NAME_ASC', description: 'In which order.' })
    orderBy!: EntityOrder;
  }

  @Resolver()
  class EntitiesResolver {
    @Query(() => types.ConnectionType, { name: plural, description: `The ${title} that a filter means.` })
    async list(@Args(() => EntitiesArguments) args: EntitiesArguments, @Ctx() context: Context): Promise<List> {
      checkValues(context.projection, args.filter ?? {});
      return entityPage(context, kind, args, args.filter && (await own(args.filter, context)));
    }
  }

  @Resolver(() => types.EdgeType)
  class CountResolver {
    @FieldResolver(() => Int, {
      description: 'How many publications it has; of those that `filter.publications` means where it is given.',
    })
    publicationCount(@Root() { number, list }: Edge<List>): number {
      return list.publications()[number]!;
    }
  }
  return [types.ConnectionResolver, EntitiesResolver, CountResolver] as const;
}

function entityPage(context: Context, kind: EntityKind, args: Arguments<EntityFilter>, own: Wanted = {}): List {
  const { projection } = context;
  const { text, ids, publications, withoutPublications } = args.filter ?? {};
  if (text !== undefined) checkText('filter.text', text);
  const marks = publications && matchingFilter(context, publications);
  const nodes = matchingEntities(projection, kind, {
    ...own,
    among: [...(ids ? [ids] : []), ...(own.among ?? [])],
    text,
    publications: marks,
    withoutPublications: withoutPublications && matchingFilter(context, withoutPublications),
  });
  let counts: Uint32Array | undefined;
  const counted = () => (counts ??= publicationCounts(projection, kind, marks));
  const order = orderOf(context, args.orderBy, text, counted);
  const page = selectPage(nodes, order, rangeOf(context, args, order));
  return { ...listed(page, order, () => nodes.length), publications: counted };
}

function orderOf(
  { projection }: Context,
  name: EntityOrder,
  text: string | undefined,
  counts: () => Uint32Array,
): Order {
  if (name === 'NAME_ASC') return byName(projection);
  if (name === 'PUBLICATIONS_DESC') return byCount(projection, counts());
  if (text === undefined) throw badInput('orderBy: RELEVANCE needs a text that all must say: filter: {text: "…"}.');
  return byScore(projection, digestOf(text), search(projection, text).scores);
}

/** For each of these ids, those at the other ends of the statements by which a country is bound by an instrument. */
async function boundWith({ loaders, projection }: Context, ids: readonly string[] | undefined): Promise<string[][]> {
  return Promise.all(
    (ids ?? []).map(async (given) => {
      const id = projection.ids[projection.numbers.get(given) ?? -1] ?? given;
      const isCountry = id.startsWith('country/');
      const all = await (isCountry ? loaders.statementsTo('HAS_PARTY') : loaders.statementsFrom).load(id);
      const binding = all.filter(({ relation, status }) => relation === 'HAS_PARTY' && isBound(status));
      return binding.map(({ from, to }) => (isCountry ? from : to));
    }),
  );
}

/** Lists at the root, of every kind but publications. */
export const entitiesResolvers = [
  ...listOf('organisation', Organisation, 'organisations', OrganisationFilter, ({ countries, types, memberOf }) => ({
    types,
    linked: [
      ...(countries ? [{ relations: ['BASED_IN'] as const, ids: countries }] : []),
      ...(memberOf ? [{ relations: ['MEMBER_OF'] as const, ids: memberOf }] : []),
    ],
  })),
  ...listOf('country', Country, 'countries', CountryFilter, async ({ boundBy, notBoundBy }, context) => ({
    among: await boundWith(context, boundBy),
    except: await boundWith(context, notBoundBy),
  })),
  ...listOf('instrument', LegalInstrument, 'instruments', InstrumentFilter, async ({ countries, types }, context) => ({
    types,
    among: countries && [(await boundWith(context, countries)).flat()],
  })),
  ...listOf('theme', Theme, 'themes', ThemeFilter, ({ broader }) => ({ broader })),
  ...listOf('project', Project, 'projects', ProjectFilter, ({ countries, organisations }) => ({
    linked: [
      ...(countries ? [{ relations: ['ACTIVE_IN'] as const, ids: countries }] : []),
      ...(organisations ? [{ relations: ['COORDINATED_BY', 'PARTNERED_BY'] as const, ids: organisations }] : []),
    ],
  })),
  ...listOf('person', Person, 'persons', PersonFilter, () => ({})),
] as const;
