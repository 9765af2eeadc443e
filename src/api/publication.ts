import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { AddressCheck } from '../graph/addresses.ts';
import { doiKey, urlKey } from '../graph/identifiers.ts';
import type { CatalogueRecord, Publication as PublicationRecord } from '../model.ts';
import { mainLanguageOf } from '../projection/columns.ts';
import { siblings } from '../projection/works.ts';
import { Agent } from './agent.ts';
import { linked, loadNodes, type Context } from './context.ts';
import { loadOne, resolveId } from './resolve-id.ts';
import { Country } from './country.ts';
import { badInput } from './errors.ts';
import { LegalInstrument } from './legal-instrument.ts';
import { LocalisedText } from './localised-text.ts';
import { Node } from './node.ts';
import { Organisation } from './organisation.ts';
import { LinkCheck } from './link-check.ts';
import { Project } from './project.ts';
import { Theme } from './theme.ts';
import { soon, type Soon } from './soon.ts';

@ObjectType({
  implements: Node,
  description: 'A report, guide, brief, article or other work on trafficking in human beings.',
})
export class Publication extends Node {
  @Field(() => String, { description: 'As it stands on the work, in its main language.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it says, in our own words, mostly in English.' })
  summary?: string;

  @Field(() => String, { nullable: true, description: 'The main language of the work, a BCP 47 tag.' })
  language?: string;

  @Field(() => String, {
    nullable: true,
    description: 'When it was issued: `2021`, `2021-03` or `2021-03-05`, as far as known.',
  })
  date?: string;

  @Field(() => String, { nullable: true, description: 'What sort of work it is, such as `report` or `policy brief`.' })
  type?: string;

  @Field(() => String, { nullable: true, description: 'The address of the work.' })
  url?: string;

  @Field(() => String, { nullable: true, description: 'The DOI, such as `10.1000/182`.' })
  doi?: string;

  @Field(() => String, { nullable: true, description: 'The ISBN.' })
  isbn?: string;

  @Field(() => String, { nullable: true, description: 'A warning before graphic content.' })
  contentNote?: string;
}

@Resolver(() => Publication)
export class PublicationResolver {
  @FieldResolver(() => [LocalisedText], { description: 'Its title in other languages.' })
  titles(@Root() { titles }: PublicationRecord): LocalisedText[] {
    return Object.entries(titles ?? {}).map(([language, text]) => ({ language, text }));
  }

  @FieldResolver(() => [String], { description: 'Other addresses of the same work.' })
  urls(@Root() { urls }: PublicationRecord): string[] {
    return urls ?? [];
  }

  @FieldResolver(() => LinkCheck, {
    nullable: true,
    description: 'What was found at its address when it was last looked at; null when nobody has looked.',
  })
  async linkCheck(@Root() { url }: PublicationRecord, @Ctx() { loaders }: Context): Promise<AddressCheck | null> {
    return url ? loaders.check.load(url) : null;
  }

  @FieldResolver(() => [String], { description: 'Every language the work is in.' })
  languages(@Root() { languages, language }: PublicationRecord): string[] {
    return languages ?? (language ? [language] : []);
  }

  @FieldResolver(() => [Organisation], { description: 'Who published it, in the order of the work.' })
  publishers(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'PUBLISHED_BY');
  }

  @FieldResolver(() => [Agent], { description: 'Who wrote it: persons and organisations.' })
  authors(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'AUTHORED_BY');
  }

  @FieldResolver(() => [Country], { description: 'The countries it covers.' })
  countries(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'COVERS');
  }

  @FieldResolver(() => [LegalInstrument], {
    description: 'The legal instruments it refers to; their provisions stand in `statements`.',
  })
  instruments(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'REFERS_TO');
  }

  @FieldResolver(() => [Theme], { description: 'What it is about.' })
  themes(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'ABOUT');
  }

  @FieldResolver(() => Project, { nullable: true, description: 'The project it comes from.' })
  project(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord | undefined> {
    return soon(linked(context, id, 'PART_OF'), ([first]) => first);
  }

  @FieldResolver(() => [Publication], { description: 'The same work in other languages.' })
  translations(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return versions(context, id, true);
  }

  @FieldResolver(() => [Publication], { description: 'Other editions of the same work in the same language.' })
  editions(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return versions(context, id, false);
  }

  @FieldResolver(() => [Publication], { description: 'The publications of this catalogue that it cites.' })
  cites(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'CITES');
  }

  @FieldResolver(() => [Publication], { description: 'The publications of this catalogue that cite it.' })
  citedBy(@Root() { id }: PublicationRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'CITES', 'in');
  }

  @Query(() => Publication, {
    nullable: true,
    description:
      'One publication by id, by any of its addresses or by DOI: exactly one of the three. Null when it is not there.',
  })
  async publication(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Such as `publication/guide-of-promising-practices-2021`.' })
    id?: string,
    @Arg('url', () => String, {
      nullable: true,
      description: 'With or without `www.`, slash at the end or tracking parameters.',
    })
    url?: string,
    @Arg('doi', () => String, { nullable: true, description: '`10.…`, `doi:10.…` or `https://doi.org/10.…`.' })
    doi?: string,
  ): Promise<CatalogueRecord | null> {
    const found = await resolveTarget(context, { id, url, doi });
    return found ? loadOne(context, id ?? found, 'publication') : null;
  }
}

/** Ways to name an entity from outside; exactly one is given. */
export interface Target {
  id?: string;
  url?: string;
  doi?: string;
}

/** The id that a target names; null when an address or DOI is not in the catalogue. */
export async function resolveTarget(context: Context, { id, url, doi }: Target): Promise<string | null> {
  if ([id, url, doi].filter((value) => value !== undefined && value !== null).length !== 1)
    throw badInput('Give exactly one of id, url and doi.');
  for (const [name, value] of Object.entries({ id, url, doi }))
    if (value?.trim() === '') throw badInput(`${name} is empty.`);
  if (id) return resolveId(context, id);
  const key = url ? urlKey(url) : doiKey(doi!);
  if (!key)
    throw badInput(
      url
        ? `url: ${JSON.stringify(url)} is not an address.`
        : `doi: ${JSON.stringify(doi)} is not a DOI such as 10.1000/182.`,
    );
  return context.loaders.identified.load(key);
}

/** The other versions of a publication's work, in other languages or in the same one. */
async function versions(context: Context, id: string, inOtherLanguages: boolean): Promise<CatalogueRecord[]> {
  const { projection } = context;
  const number = projection.numbers.get(id);
  if (number === undefined) return [];
  const isTranslation = (other: number) => mainLanguageOf(projection, other) !== mainLanguageOf(projection, number);
  const wanted = siblings(projection, number).filter((other) => isTranslation(other) === inOtherLanguages);
  return loadNodes(context, wanted);
}
