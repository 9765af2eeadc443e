import { Arg, Ctx, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CatalogueRecord, Theme as ThemeRecord } from '../model.ts';
import { linked, type Context } from './context.ts';
import { loadOne } from './resolve-id.ts';
import { LocalisedText } from './localised-text.ts';
import { Node } from './node.ts';
import { allSoon, soon, type Soon } from './soon.ts';

@ObjectType({ implements: Node, description: 'A subject of the thesaurus (a SKOS concept). `label` gives its name.' })
export class Theme extends Node {}

@Resolver(() => Theme)
export class ThemeResolver {
  @FieldResolver(() => [LocalisedText], { description: 'Its name in every language there is.' })
  labels(@Root() { prefLabel }: ThemeRecord): LocalisedText[] {
    return Object.entries(prefLabel).map(([language, text]) => ({ language, text }));
  }

  @FieldResolver(() => [LocalisedText], { description: 'Other words for it.' })
  altLabels(@Root() { altLabel }: ThemeRecord): LocalisedText[] {
    return Object.entries(altLabel ?? {}).flatMap(([language, texts]) => texts.map((text) => ({ language, text })));
  }

  @FieldResolver(() => [Theme], { description: 'Wider subjects.' })
  broader(@Root() { id }: ThemeRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'BROADER');
  }

  @FieldResolver(() => [Theme], { description: 'Narrower subjects.' })
  narrower(@Root() { id }: ThemeRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'BROADER', 'in');
  }

  @FieldResolver(() => [Theme], { description: 'Subjects that belong together with it, whichever of the two says so.' })
  related(@Root() { id }: ThemeRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    const both = allSoon([linked(context, id, 'RELATED'), linked(context, id, 'RELATED', 'in')]);
    return soon(both, (lists) => [...new Map(lists.flat().map((theme) => [theme.id, theme])).values()]);
  }

  @FieldResolver(() => [String], { description: 'Nearly the same subject elsewhere, as addresses (SKOS closeMatch).' })
  closeMatch(@Root() { closeMatch }: ThemeRecord): string[] {
    return closeMatch ?? [];
  }

  @Query(() => Theme, { nullable: true, description: 'One theme by id; null when there is none.' })
  theme(
    @Arg('id', () => ID, { description: 'Such as `theme/residence-permit`.' }) id: string,
    @Ctx() context: Context,
  ): Soon<CatalogueRecord | null> {
    return loadOne(context, id, 'theme');
  }
}
