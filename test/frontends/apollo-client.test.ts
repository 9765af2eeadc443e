import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { serve, type Served } from '../http/serve.ts';
import { idsInOrder, library } from './library.ts';

interface Shelf {
  publications: { edges: { node: { id: string; title: string } }[]; pageInfo: { endCursor: string } };
}

const shelf = gql`
  query Shelf($after: String) {
    publications(filter: { themes: ["theme/residence"] }, first: 4, after: $after) {
      edges {
        node {
          id
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

onEveryEngine('Apollo Client', (engine) => {
  let served: Served;
  let client: ApolloClient;
  beforeAll(async () => {
    served = await serve(engine, library);
    client = new ApolloClient({
      link: new HttpLink({ uri: `${served.url}/graphql` }),
      cache: new InMemoryCache({
        typePolicies: { Query: { fields: { publications: relayStylePagination(['filter']) } } },
      }),
    });
  });
  afterAll(async () => {
    client.stop();
    await served.close();
  });

  it('reads a connection page after page into one list of its cache', async () => {
    const expected = await idsInOrder(served.url);
    await client.query<Shelf>({ query: shelf });
    const list = client.watchQuery<Shelf>({ query: shelf });
    let seen: string[] = [];
    const shown = list.subscribe(({ data }) => {
      seen = (data as Shelf).publications.edges.map(({ node }) => node.id);
    });
    const kept = () => client.readQuery<Shelf>({ query: shelf })!.publications;
    expect(kept().edges.map(({ node }) => node.id)).toEqual(expected.slice(0, 4));
    while (kept().edges.length < expected.length) {
      const before = kept().edges.length;
      await list.fetchMore({ variables: { after: kept().pageInfo.endCursor } });
      expect(kept().edges.length).toBeGreaterThan(before);
    }
    await expect.poll(() => seen).toEqual(expected);
    shown.unsubscribe();
  });

  it('asks again for one entity by its id, and the list shows what came', async () => {
    const list = await client.query<Shelf>({ query: shelf });
    const { id } = list.data!.publications.edges[0]!.node;
    const cached = client.cache.identify({ __typename: 'Publication', id });
    client.cache.modify({ id: cached, fields: { title: () => 'an old title' } });
    const refetch = gql`
      query Again($id: ID!) {
        node(id: $id) {
          id
          ... on Publication {
            title
          }
        }
      }
    `;
    const { data } = await client.query<{ node: { title: string } }>({
      query: refetch,
      variables: { id },
      fetchPolicy: 'network-only',
    });
    const { title } = client.readQuery<Shelf>({ query: shelf })!.publications.edges[0]!.node;
    expect(data!.node.title).toBe(title);
    expect(title).not.toBe('an old title');
  });
});
