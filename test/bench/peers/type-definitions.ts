import { reasonsFor, relatedTo } from './related-cypher.ts';

/** The related list of the node `this` as maps. */
const related = `${relatedTo('this')} ${reasonsFor('this')}
  WITH { id: other.id, score: score, reasons: reasons } AS related
  RETURN related ORDER BY related.score DESC`;

/** Our labels and relationship types as @neo4j/graphql maps them: plain nested fields, and `related` by a statement. */
export const typeDefinitions = /* GraphQL */ `
  type Publication @node {
    id: ID!
    title: String!
    date: String
    language: String
    publishers: [Organisation!]! @relationship(type: "PUBLISHED_BY", direction: OUT)
    themes: [Theme!]! @relationship(type: "ABOUT", direction: OUT)
    countries: [Country!]! @relationship(type: "COVERS", direction: OUT)
    instruments: [Instrument!]! @relationship(type: "REFERS_TO", direction: OUT)
    cites: [Publication!]! @relationship(type: "CITES", direction: OUT)
    project: [Project!]! @relationship(type: "PART_OF", direction: OUT)
    translations: [Publication!]! @relationship(type: "TRANSLATION_OF", direction: OUT, queryDirection: UNDIRECTED)
    related: [RelatedPublication!]! @cypher(statement: """${related}""", columnName: "related")
  }

  type RelatedPublication @node {
    id: ID!
    score: Float!
    reasons: [Reason!]! @cypher(statement: "UNWIND this.reasons AS reason RETURN reason", columnName: "reason")
    publication: Publication! @cypher(statement: "MATCH (found:Publication {id: this.id}) RETURN found", columnName: "found")
  }

  type Reason @node {
    kind: String!
    share: Float!
    entity: ID!
  }

  type Organisation @node {
    id: ID!
    name: String!
    publications: [Publication!]! @relationship(type: "PUBLISHED_BY", direction: IN)
  }

  type Theme @node {
    id: ID!
    prefLabel: String
    broader: [Theme!]! @relationship(type: "BROADER", direction: OUT)
    related: [Theme!]! @relationship(type: "RELATED", direction: OUT, queryDirection: UNDIRECTED)
  }

  type Country @node {
    id: ID!
    name: String!
  }

  type Instrument @node {
    id: ID!
    title: String!
  }

  type Project @node {
    id: ID!
    title: String!
  }
`;
