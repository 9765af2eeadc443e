import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InterfaceType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { kinds, type CatalogueRecord, type Kind as KindName, type Source as SourceRecord } from '../model.ts';
import type { Context } from './context.ts';
import { spend } from './cost.ts';
import { badInput } from './errors.ts';
import { labelOf } from './label.ts';
import { languageRule } from './name-language.ts';
import { loadResolved } from './resolve-id.ts';
import { Source } from './source.ts';

/** Kinds as GraphQL spells them. */
export const Kind = Object.fromEntries(kinds.map((kind) => [kind.toUpperCase(), kind])) as Record<
  Uppercase<KindName>,
  KindName
>;
registerEnumType(Kind, { name: 'Kind', description: 'What an entity of the catalogue is.' });

/** The GraphQL type of each kind. */
const typeNames: Record<KindName, string> = {
  publication: 'Publication',
  organisation: 'Organisation',
  country: 'Country',
  instrument: 'LegalInstrument',
  theme: 'Theme',
  project: 'Project',
  person: 'Person',
};

@InterfaceType('Node', {
  description: 'Anything with an id: every entity of the catalogue.',
  resolveType: (record: CatalogueRecord) => typeNames[record.kind],
})
export abstract class Node {
  @Field(() => ID, { description: 'The id, `<kind>/<key>`, which never changes its meaning, such as `country/RS`.' })
  id!: string;

  @Field(() => Source, { description: 'Where the record comes from.' })
  source!: Source;

  @Field(() => ID, {
    nullable: true,
    description: 'The id that was asked for, where that was merged into this entity. Use `id` from now on.',
  })
  redirectedFrom?: string;
}

@Resolver(() => Node)
export class NodeResolver {
  @FieldResolver(() => Kind, { description: 'What it is.' })
  kind(@Root() record: CatalogueRecord): KindName {
    return record.kind;
  }

  @FieldResolver(() => String, {
    description: 'The name it is shown under: in the language asked for, else in its own.',
  })
  label(
    @Root() record: CatalogueRecord,
    @Arg('language', () => String, { nullable: true, description: languageRule })
    language?: string,
  ): string {
    return labelOf(record, language);
  }

  @FieldResolver(() => [String], {
    description: 'The same entity elsewhere, as addresses: DOI, EuroVoc, ROR, Wikidata, ORCID.',
  })
  sameAs(@Root() record: CatalogueRecord): string[] {
    const doi = record.kind === 'publication' && record.doi ? [`https://doi.org/${record.doi}`] : [];
    const concepts = record.kind === 'theme' ? (record.exactMatch ?? []) : [];
    return [...(record.sameAs ?? []), ...doi, ...concepts];
  }

  @FieldResolver(() => [Source], {
    description: 'Every source that has a record of it, the one that is believed first in front.',
  })
  async sources(@Root() { id }: CatalogueRecord, @Ctx() context: Context): Promise<SourceRecord[]> {
    const entity = await context.loaders.entity.load(id);
    return spend(context, entity?.records.map(({ source }) => source) ?? []);
  }

  @Query(() => Node, {
    nullable: true,
    description:
      'The entity with this id, whatever its kind; for a merged id what it was merged into; null when there is none, ' +
      'with the error `GONE` and the reason when it was withdrawn.',
  })
  node(
    @Arg('id', () => ID, { description: 'Such as `organisation/astra`.' }) id: string,
    @Ctx() context: Context,
  ): Promise<CatalogueRecord | null> {
    return loadResolved(context, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The entities with these ids, as `node` gives them, in their order.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100 ids.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(CatalogueRecord | Error | null)[]> {
    if (ids.length > 100)
      throw badInput(`${ids.length} ids were asked for; the limit is 100. Ask in several requests.`);
    // An error in the place of a withdrawn one leaves the others as they are.
    return Promise.all(ids.map((id) => loadResolved(context, id).catch((error: Error) => error)));
  }
}
