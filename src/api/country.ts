import { Arg, Ctx, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord, Country as CountryRecord } from '../model.ts';
import { linked, type Context } from './context.ts';
import { loadOne } from './resolve-id.ts';
import { spend } from './cost.ts';
import { labelOf } from './label.ts';
import { NameLanguage } from './name-language.ts';
import { Node } from './node.ts';
import { Organisation } from './organisation.ts';
import { Party } from './party.ts';
import type { Soon } from './soon.ts';

@ObjectType({ implements: Node, description: 'A country, by its ISO 3166-1 alpha-2 code.' })
export class Country extends Node {}

@Resolver(() => Country)
export class CountryResolver {
  @FieldResolver(() => String, { description: 'Its name, in English when no language is asked for.' })
  name(@Root() record: CountryRecord, @NameLanguage() language?: string): string {
    return labelOf(record, language);
  }

  @FieldResolver(() => [Organisation], { description: 'Organisations based there.' })
  organisations(@Root() { id }: CountryRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'BASED_IN', 'in');
  }

  @FieldResolver(() => [Party], {
    description:
      'Where it stands towards each legal instrument: one entry per statement, those that contradict each other side by side.',
  })
  async instruments(@Root() { id }: CountryRecord, @Ctx() context: Context): Promise<StatementRecord[]> {
    return spend(context, await context.loaders.statementsTo('HAS_PARTY').load(id));
  }

  @Query(() => Country, { nullable: true, description: 'One country by id; null when there is none.' })
  country(
    @Arg('id', () => ID, { description: 'Such as `country/RS`.' }) id: string,
    @Ctx() context: Context,
  ): Soon<CatalogueRecord | null> {
    return loadOne(context, id, 'country');
  }
}
