import type { LoadRequest } from './load.ts';
import type { Variables } from './api-targets.ts';

type Ask = (variables: Variables) => LoadRequest;

const graphql =
  (query: string): Ask =>
  (variables) => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    status: 200,
  });

/** A question to the raw peer, which takes its parameters as JSON. */
export const raw =
  (path: string): Ask =>
  (variables) => ({
    method: 'GET',
    path: `${path}?with=${encodeURIComponent(JSON.stringify(variables))}`,
    headers: {},
    status: 200,
  });

/** A publication with five nested lists. */
export const entity = graphql(`
  query ($id: ID!) {
    publication(id: $id) {
      id
      title
      date
      language
      publishers {
        id
        name
      }
      countries {
        id
        name
      }
      instruments {
        id
        title
      }
      themes {
        id
        label
      }
      translations {
        id
        title
        language
      }
    }
  }
`);

/** Twenty publications of a country and a theme since a year, the newest first, with what they are linked to. */
export const filtered = graphql(`
  query ($country: ID!, $theme: ID!, $year: Int!) {
    publications(filter: { countries: [$country], themes: [$theme], yearFrom: $year }, first: 20) {
      nodes {
        id
        title
        date
        publishers {
          id
          name
        }
        countries {
          id
          name
        }
        themes {
          id
          label
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const searchWith = (variables: string, filter: string) =>
  graphql(`
  query (${variables}) {
    publications(filter: { ${filter} }, first: 20) {
      totalCount
      nodes {
        id
        title
      }
      facets(by: [COUNTRY, THEME, LANGUAGE, YEAR], first: 10) {
        dimension
        values {
          value
          count
        }
      }
    }
  }
`);

/** Search with four facets. */
export const search = searchWith('$text: String!', 'text: $text');
export const filteredSearch = searchWith('$text: String!, $year: Int', 'text: $text, yearFrom: $year');

/** All shortest ways between two entities with what each hop stands on. */
export const path = graphql(`
  query ($from: ID!, $to: ID!) {
    path(from: $from, to: $to) {
      length
      nodes {
        id
        label
      }
      hops {
        statement {
          relation
          source {
            url
          }
        }
      }
    }
  }
`);

/** Themes by countries, and the years. */
export const matrix = graphql(`
  query {
    matrix: counts(by: [THEME, COUNTRY], first: 100) {
      values
      count
    }
    timeline: counts(by: [YEAR], first: 100) {
      values
      count
    }
  }
`);

/** The same of a country since a year. */
export const filteredMatrix = graphql(`
  query ($country: ID!, $year: Int!) {
    matrix: counts(by: [THEME, COUNTRY], filter: { countries: [$country], yearFrom: $year }, first: 100) {
      values
      count
    }
    timeline: counts(by: [YEAR], filter: { countries: [$country], yearFrom: $year }, first: 100) {
      values
      count
    }
  }
`);

/** A publication with five nested lists, of @neo4j/graphql; its translations are only those next to it. */
export const entityByPeer = graphql(`
  query ($id: ID!) {
    publications(where: { id: { eq: $id } }) {
      id
      title
      date
      language
      publishers {
        id
        name
      }
      countries {
        id
        name
      }
      instruments {
        id
        title
      }
      themes {
        id
        prefLabel
      }
      translations {
        id
        title
        language
      }
    }
  }
`);

/** Twenty publications of a country and a theme since a year, of @neo4j/graphql; narrower themes are left out. */
export const filteredByPeer = (variables: Variables): LoadRequest =>
  graphql(`
    query ($country: ID!, $theme: ID!, $since: String!) {
      publications(
        where: {
          countries: { some: { id: { eq: $country } } }
          themes: { some: { id: { eq: $theme } } }
          date: { gte: $since }
        }
        sort: [{ date: DESC }, { id: ASC }]
        limit: 20
      ) {
        id
        title
        date
        publishers {
          id
          name
        }
        countries {
          id
          name
        }
        themes {
          id
          prefLabel
        }
      }
    }
  `)({ country: variables.country!, theme: variables.theme!, since: String(variables.year) });
