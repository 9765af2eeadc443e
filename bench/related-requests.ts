import type { LoadRequest } from './load.ts';

const graphql =
  (query: string) =>
  (id: string): LoadRequest => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
    status: 200,
  });

const get =
  (path: (id: string) => string) =>
  (id: string): LoadRequest => ({ method: 'GET', path: path(encodeURIComponent(id)), headers: {}, status: 200 });

/** The related list of a publication over our own GraphQL. */
export const relatedByGraphql = graphql(`
  query ($id: ID!) {
    related(to: { id: $id }, first: 10) {
      edges {
        score
        node {
          id
          title
          publishers {
            id
            name
          }
        }
        reasons {
          kind
          share
          entity {
            id
          }
        }
      }
    }
  }
`);

/** The same by GET. */
export const relatedByGet = get((id) => `/related?id=${id}&first=10`);

/** The same of @neo4j/graphql. */
export const relatedByPeer = graphql(`
  query ($id: ID!) {
    publications(where: { id: { eq: $id } }) {
      related {
        score
        publication {
          id
          title
          publishers {
            id
            name
          }
        }
        reasons {
          kind
          share
          entity
        }
      }
    }
  }
`);

/** An organisation, its ten newest publications, their themes, and the broader and related ones of those. */
export const nestedByGraphql = graphql(`
  query ($id: ID!) {
    organisation(id: $id) {
      id
      name
      publications(first: 10) {
        nodes {
          id
          title
          themes {
            id
            label
            broader {
              id
              label
            }
            related {
              id
              label
            }
          }
        }
      }
    }
  }
`);

/** The same of @neo4j/graphql. */
export const nestedByPeer = graphql(`
  query ($id: ID!) {
    organisations(where: { id: { eq: $id } }) {
      id
      name
      publications(limit: 10, sort: [{ date: DESC }]) {
        id
        title
        themes {
          id
          prefLabel
          broader {
            id
            prefLabel
          }
          related {
            id
            prefLabel
          }
        }
      }
    }
  }
`);

/** The same by GET, which only the raw peer has. */
export const nestedByGet = get((id) => `/organisation?id=${id}`);
