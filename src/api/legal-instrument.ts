import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord, Instrument } from '../model.ts';
import { linked, type Context } from './context.ts';
import { loadOne } from './resolve-id.ts';
import { spend } from './cost.ts';
import { labelOf } from './label.ts';
import { NameLanguage } from './name-language.ts';
import { Node } from './node.ts';
import { Party } from './party.ts';
import type { Soon } from './soon.ts';

@ObjectType({
  implements: Node,
  description: 'A treaty, law, directive, recommendation or other legal text, or a provision of one.',
})
export class LegalInstrument extends Node {
  @Field(() => String, { nullable: true, description: 'Such as `treaty`, `directive` or `act`.' })
  type?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Whose law it is: `UN`, `EU`, `Council of Europe`, or a country code.',
  })
  jurisdiction?: string;

  @Field(() => String, { nullable: true, description: 'When it was adopted, an ISO date cut to what is known.' })
  adopted?: string;

  @Field(() => String, { nullable: true, description: 'When it came into force.' })
  inForce?: string;
}

@Resolver(() => LegalInstrument)
export class LegalInstrumentResolver {
  @FieldResolver(() => String, { description: 'Its full title.' })
  title(@Root() record: Instrument, @NameLanguage() language?: string): string {
    return labelOf(record, language);
  }

  @FieldResolver(() => [String], { description: 'Short titles and names in other languages.' })
  aliases(@Root() { aliases }: Instrument): string[] {
    return aliases ?? [];
  }

  @FieldResolver(() => [String], { description: 'Official numbers: CETS, CELEX, treaty series.' })
  identifiers(@Root() { identifiers }: Instrument): string[] {
    return identifiers ?? [];
  }

  @FieldResolver(() => [Party], {
    description:
      'Where countries stand towards it: one entry per statement, those that contradict each other side by side.',
  })
  async parties(@Root() { id }: Instrument, @Ctx() context: Context): Promise<StatementRecord[]> {
    const statements = await context.loaders.statementsFrom.load(id);
    return spend(
      context,
      statements.filter(({ relation }) => relation === 'HAS_PARTY'),
    );
  }

  @FieldResolver(() => [LegalInstrument], { description: 'What it changes.' })
  amends(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'AMENDS');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'What changes it.' })
  amendedBy(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'AMENDS', 'in');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'What it puts an end to.' })
  repeals(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'REPEALS');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'What it puts into national or regional law.' })
  implements(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'IMPLEMENTS');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'What puts it into national or regional law.' })
  implementedBy(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'IMPLEMENTS', 'in');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'The treaty it is a protocol to.' })
  protocolTo(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'PROTOCOL_TO');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'Its protocols.' })
  protocols(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'PROTOCOL_TO', 'in');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'What stands in its place now.' })
  supersededBy(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'REPLACED_BY');
  }

  @FieldResolver(() => [LegalInstrument], { description: 'In whose place it stands.' })
  supersedes(@Root() { id }: Instrument, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'REPLACED_BY', 'in');
  }

  @Query(() => LegalInstrument, { nullable: true, description: 'One legal instrument by id; null when there is none.' })
  instrument(
    @Arg('id', () => ID, { description: 'Such as `instrument/palermo-protocol`.' }) id: string,
    @Ctx() context: Context,
  ): Soon<CatalogueRecord | null> {
    return loadOne(context, id, 'instrument');
  }
}
