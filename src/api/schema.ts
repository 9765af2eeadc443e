import { printSchema, type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { buildSchema, type MiddlewareFn } from 'type-graphql';
import { ChangeConnectionResolver, ChangeResolver } from './change.ts';
import { CountResolver } from './count.ts';
import { CountryResolver } from './country.ts';
import { ExplanationResolver } from './explain.ts';
import { LegalInstrumentResolver } from './legal-instrument.ts';
import { NodeResolver } from './node.ts';
import { OrganisationResolver } from './organisation.ts';
import { PartyResolver } from './party.ts';
import { HopResolver, PathResolver } from './path.ts';
import { PersonResolver } from './person.ts';
import { ProjectResolver } from './project.ts';
import { PublicationConnectionResolver } from './publication-connection.ts';
import { PublicationResolver } from './publication.ts';
import { entityPublicationsResolvers, PublicationsResolver } from './publications.ts';
import { ReasonResolver } from './reason.ts';
import { PublicationRelatedResolver, RelatedEdgeResolver, RelatedResolver } from './related.ts';
import { NodeStatementsResolver, StatementResolver } from './statement.ts';
import { StatusResolver } from './status.ts';
import { NodeHistoryResolver } from './version.ts';
import { ThemeResolver } from './theme.ts';
import { TogetherResolver } from './together.ts';

/** An argument or input field given as null means the same as one left out. */
const withoutNulls: MiddlewareFn = ({ args }, next) => {
  dropNulls(args);
  return next();
};

function dropNulls(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) delete values[name];
    else if (typeof value === 'object') dropNulls(value as Record<string, unknown>);
  }
}

/** The schema of the API, made of the types of this room. */
export const createSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [
      ChangeConnectionResolver,
      ChangeResolver,
      CountResolver,
      CountryResolver,
      ExplanationResolver,
      HopResolver,
      LegalInstrumentResolver,
      NodeHistoryResolver,
      NodeResolver,
      NodeStatementsResolver,
      OrganisationResolver,
      PartyResolver,
      PathResolver,
      PersonResolver,
      ProjectResolver,
      PublicationConnectionResolver,
      PublicationRelatedResolver,
      PublicationResolver,
      PublicationsResolver,
      ReasonResolver,
      RelatedEdgeResolver,
      RelatedResolver,
      StatementResolver,
      StatusResolver,
      ThemeResolver,
      TogetherResolver,
      ...entityPublicationsResolvers,
    ],
    validate: false,
    globalMiddlewares: [withoutNulls],
  });

/** The schema as text, sorted: what `schema/schema.graphql` holds. */
export const printedSchema = async (): Promise<string> =>
  `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;
