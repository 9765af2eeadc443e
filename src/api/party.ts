import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord } from '../model.ts';
import type { Context } from './context.ts';
import { Country } from './country.ts';
import { isBound } from './is-bound.ts';
import { LegalInstrument } from './legal-instrument.ts';
import { Statement } from './statement.ts';

@ObjectType({ description: 'Where a country stands towards a legal instrument, as one source has it.' })
export class Party {
  @Field(() => String, { description: 'Such as `ratification`, `signed` or `no action`, in the words of the source.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Since when, an ISO date cut to what is known.' })
  date?: string;
}

@Resolver(() => Party)
export class PartyResolver {
  @FieldResolver(() => Boolean, {
    description:
      'True where the status says that the country is bound: party, ratified, acceded, accepted, approved, succeeded, ' +
      'in force; false for a signature alone, for what was denounced and for everything else.',
  })
  isBound(@Root() { status }: StatementRecord): boolean {
    return isBound(status);
  }

  @FieldResolver(() => Country, { description: 'The country.' })
  country(@Root() { to }: StatementRecord, @Ctx() context: Context): Promise<CatalogueRecord | null> {
    return context.loaders.record.load(to);
  }

  @FieldResolver(() => LegalInstrument, { description: 'The instrument.' })
  instrument(@Root() { from }: StatementRecord, @Ctx() context: Context): Promise<CatalogueRecord | null> {
    return context.loaders.record.load(from);
  }

  @FieldResolver(() => Statement, { description: 'What this stands on.' })
  statement(@Root() statement: StatementRecord): StatementRecord {
    return statement;
  }
}
