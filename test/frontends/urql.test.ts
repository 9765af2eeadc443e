import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { serve, type Served } from '../http/serve.ts';
import { idsInOrder, library } from './library.ts';

interface Shelf {
  publications: { edges: { node: { id: string; title: string } }[]; pageInfo: { endCursor: string } };
}

const shelf = gql<Shelf, { after?: string }>`
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
const again = gql<{ node: { id: string; title: string } }, { id: string }>`
  query Again($id: ID!) {
    node(id: $id) {
      id
      ... on Publication {
        title
        publishers {
          id
          name
        }
      }
    }
  }
`;

onEveryEngine('urql', (engine) => {
  let served: Served;
  let client: Client;
  beforeAll(async () => {
    served = await serve(engine, library);
    client = new Client({
      url: `${served.url}/graphql`,
      preferGetMethod: 'within-url-limit',
      exchanges: [cacheExchange({ resolvers: { Query: { publications: relayPagination() } } }), fetchExchange],
    });
  });
  afterAll(() => served.close());

  it('reads a connection page after page, by GET, into one list of its cache', async () => {
    const expected = await idsInOrder(served.url);
    let after: string | undefined;
    let ids: string[] = [];
    do {
      const { data, error } = await client.query(shelf, { after }).toPromise();
      expect(error).toBeUndefined();
      const longer = data!.publications.edges.map(({ node }) => node.id);
      expect(longer.length).toBeGreaterThan(ids.length);
      ids = longer;
      after = data!.publications.pageInfo.endCursor;
    } while (ids.length < expected.length);
    expect(ids).toEqual(expected);
    expect(client.readQuery(shelf, {})!.data!.publications.edges).toHaveLength(expected.length);
  });

  it('asks again for one entity by its id', async () => {
    const { data, error } = await client
      .query(again, { id: 'publication/brief' }, { requestPolicy: 'network-only' })
      .toPromise();
    expect(error).toBeUndefined();
    expect(data!.node).toMatchObject({ id: 'publication/brief', publishers: [{ name: 'ASTRA' }] });
  });
});
