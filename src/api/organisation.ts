import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CatalogueRecord, Organisation as OrganisationRecord } from '../model.ts';
import { linked, type Context } from './context.ts';
import { loadOne } from './resolve-id.ts';
import { Country } from './country.ts';
import { labelOf } from './label.ts';
import { NameLanguage } from './name-language.ts';
import { Node } from './node.ts';
import { Project } from './project.ts';
import { soon, type Soon } from './soon.ts';

@ObjectType({ implements: Node, description: 'A body that publishes, takes part in projects or funds them.' })
export class Organisation extends Node {
  @Field(() => String, { nullable: true, description: 'The short name, such as `LEFÖ-IBF`.' })
  acronym?: string;

  @Field(() => String, { nullable: true, description: 'What sort of body it is, such as `NGO`.' })
  type?: string;

  @Field(() => String, { nullable: true, description: 'Since when it has existed, an ISO date cut to what is known.' })
  founded?: string;

  @Field(() => String, { nullable: true, description: 'The address of its site.' })
  website?: string;
}

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver(() => String, { description: 'As it calls itself, or its name in a language.' })
  name(@Root() record: OrganisationRecord, @NameLanguage() language?: string): string {
    return labelOf(record, language);
  }

  @FieldResolver(() => [String], { description: 'Other names and spellings it is known by.' })
  aliases(@Root() { aliases }: OrganisationRecord): string[] {
    return aliases ?? [];
  }

  @FieldResolver(() => Country, { nullable: true, description: 'Where it is based.' })
  country(@Root() { id }: OrganisationRecord, @Ctx() context: Context): Soon<CatalogueRecord | undefined> {
    return soon(linked(context, id, 'BASED_IN'), ([first]) => first);
  }

  @FieldResolver(() => [Organisation], { description: 'Networks it belongs to.' })
  memberOf(@Root() { id }: OrganisationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'MEMBER_OF');
  }

  @FieldResolver(() => [Organisation], { description: 'Its own members, where it is a network.' })
  members(@Root() { id }: OrganisationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'MEMBER_OF', 'in');
  }

  @FieldResolver(() => [Project], { description: 'Projects it coordinates.' })
  coordinates(@Root() { id }: OrganisationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'COORDINATED_BY', 'in');
  }

  @FieldResolver(() => [Project], { description: 'Projects it is a partner of.' })
  partnerOf(@Root() { id }: OrganisationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'PARTNERED_BY', 'in');
  }

  @FieldResolver(() => [Project], { description: 'Projects it pays for.' })
  funds(@Root() { id }: OrganisationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'FUNDED_BY', 'in');
  }

  @Query(() => Organisation, { nullable: true, description: 'One organisation by id; null when there is none.' })
  organisation(
    @Arg('id', () => ID, { description: 'Such as `organisation/lefo-ibf`.' }) id: string,
    @Ctx() context: Context,
  ): Soon<CatalogueRecord | null> {
    return loadOne(context, id, 'organisation');
  }
}
