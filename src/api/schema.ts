import { getNamedType, isObjectType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ChangeConnectionResolver, ChangeResolver } from './change.ts';
import { CitationResolver } from './citation.ts';
import { CountResolver } from './count.ts';
import { CountryResolver } from './country.ts';
import { entitiesResolvers } from './entities.ts';
import { callDirectly } from './direct-resolvers.ts';
import { ExplanationResolver } from './explain.ts';
import { DecideResolver } from './decide.ts';
import { FacetValueResolver } from './facet.ts';
import { ImportRecordsResolver } from './import-records.ts';
import { IngestPageResolver } from './ingest-page.ts';
import { LegalInstrumentResolver } from './legal-instrument.ts';
import { NeighbourhoodLinkResolver, NeighbourhoodResolver, NeighbourResolver } from './neighbourhood.ts';
import { NodeResolver } from './node.ts';
import { OrganisationResolver } from './organisation.ts';
import { PartyResolver } from './party.ts';
import { HopResolver, PathResolver } from './path.ts';
import { PersonResolver } from './person.ts';
import { ProjectResolver } from './project.ts';
import { publicationConnectionResolvers } from './publication-connection.ts';
import { PublicationResolver } from './publication.ts';
import { entityPublicationsResolvers, PublicationsResolver } from './publications.ts';
import { ReasonResolver } from './reason.ts';
import { PublicationRelatedResolver, RelatedEdgeResolver, RelatedResolver } from './related.ts';
import { searchResolvers } from './search.ts';
import { RetireResolver } from './retire.ts';
import { ReviewResolver } from './review.ts';
import { ReviewConnectionResolver } from './reviews.ts';
import { NodeStatementsResolver, StatementResolver } from './statement.ts';
import { StatusResolver } from './status.ts';
import { NodeHistoryResolver } from './version.ts';
import { SuggestionResolver } from './suggest.ts';
import { ThemeResolver } from './theme.ts';
import { TogetherResolver } from './together.ts';

function dropNulls(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) delete values[name];
    else if (typeof value === 'object') dropNulls(value as Record<string, unknown>);
  }
}

/** Lets an argument or input field given as null mean the same as one left out. */
function takeNullsAsAbsent(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    // Only where there are arguments: most fields have none, and are many.
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || field.args.length === 0) continue;
      // JSON is taken as it stands: there null is a value.
      const opaque = field.args.filter(({ type }) => getNamedType(type).name.startsWith('JSON'));
      field.resolve = (source, args: Record<string, unknown>, context, info) => {
        const kept = opaque.map(({ name }) => [name, args[name]] as const);
        for (const [name] of kept) delete args[name];
        dropNulls(args);
        for (const [name, value] of kept) if (value !== undefined && value !== null) args[name] = value;
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}

/** type-graphql describes every type but these two. */
function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  schema.getQueryType()!.description = 'What can be asked.';
  schema.getMutationType()!.description =
    'What can be written: by POST as `application/json`, with the header `Authorization: Bearer KEY`. Nobody else sees or ' +
    'keeps the answer; who wrote, when and why stands in `changes`.';
  return schema;
}

/** The schema of the API, made of the types of this room. */
export const createSchema = async (): Promise<GraphQLSchema> =>
  takeNullsAsAbsent(
    callDirectly(
      describeRoots(
        await buildSchema({
          resolvers: [
            ChangeConnectionResolver,
            ChangeResolver,
            CitationResolver,
            CountResolver,
            CountryResolver,
            DecideResolver,
            ExplanationResolver,
            FacetValueResolver,
            HopResolver,
            ImportRecordsResolver,
            IngestPageResolver,
            LegalInstrumentResolver,
            NeighbourhoodLinkResolver,
            NeighbourhoodResolver,
            NeighbourResolver,
            NodeHistoryResolver,
            NodeResolver,
            NodeStatementsResolver,
            OrganisationResolver,
            PartyResolver,
            PathResolver,
            PersonResolver,
            ProjectResolver,
            PublicationRelatedResolver,
            PublicationResolver,
            PublicationsResolver,
            ReasonResolver,
            RelatedEdgeResolver,
            RelatedResolver,
            RetireResolver,
            ReviewConnectionResolver,
            ReviewResolver,
            StatementResolver,
            StatusResolver,
            SuggestionResolver,
            ThemeResolver,
            TogetherResolver,
            ...entitiesResolvers,
            ...entityPublicationsResolvers,
            ...publicationConnectionResolvers,
            ...searchResolvers,
          ],
          validate: false,
        }),
      ),
    ),
  );

/** The schema as text, sorted: what `schema/schema.graphql` holds. */
export const printedSchema = async (): Promise<string> =>
  `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;
