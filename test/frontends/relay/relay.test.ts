import { execFileSync } from 'node:child_process';
import {
  createOperationDescriptor,
  Environment,
  getSingularSelector,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
  type GraphQLResponse,
  type ReaderFragment,
} from 'relay-runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../../engines.ts';
import { serve, type Served } from '../../http/serve.ts';
import { idsInOrder, library } from '../library.ts';
import nextPage from './generated/libraryPaginationQuery.graphql.ts';
import again from './generated/libraryPublicationQuery.graphql.ts';
import firstPage from './generated/libraryQuery.graphql.ts';
import publicationFragment from './generated/library_publication.graphql.ts';
import shelfFragment from './generated/library_shelf.graphql.ts';

interface Shelf {
  publications: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

onEveryEngine('Relay', (engine) => {
  let served: Served;
  let environment: Environment;
  beforeAll(async () => {
    served = await serve(engine, library);
    const network = Network.create(async ({ text }, variables) => {
      const response = await fetch(`${served.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as GraphQLResponse;
    });
    environment = new Environment({ network, store: new Store(new RecordSource()) });
  });
  afterAll(() => served.close());

  /** Asks, and gives what a component with this fragment would be given. */
  async function ask(request: ConcreteRequest, variables: Record<string, unknown>) {
    const operation = createOperationDescriptor(request, variables, { force: true });
    environment.retain(operation);
    await environment.execute({ operation }).toPromise();
    return environment.lookup(operation.fragment).data as unknown;
  }
  const read = (fragment: ReaderFragment, reference: unknown) => {
    const selector = getSingularSelector(fragment, reference)!;
    return environment.lookup(selector).data as unknown;
  };

  it('takes the documents, by its own compiler', () => {
    const compiler = ['node_modules/relay-compiler/cli.js', 'test/frontends/relay/relay.config.json'];
    const output = execFileSync(process.execPath, [...compiler, '--validate'], { encoding: 'utf8', stdio: 'pipe' });
    expect(output).not.toMatch(/out of date|error/i);
  });

  it('reads a connection page after page into one list of its store', async () => {
    const expected = await idsInOrder(served.url);
    const root = await ask(firstPage, {});
    const shelf = () => (read(shelfFragment, root) as Shelf).publications;
    const ids = () => shelf().edges.map(({ node }) => node.id);
    expect(ids()).toEqual(expected.slice(0, 4));
    while (shelf().pageInfo.hasNextPage) {
      const before = ids().length;
      await ask(nextPage, { first: 4, after: shelf().pageInfo.endCursor });
      expect(ids().length).toBeGreaterThan(before);
    }
    expect(ids()).toEqual(expected);
  });

  it('asks again for one entity by its id, as a fragment that can be refetched does', async () => {
    const answer = (await ask(again, { id: 'publication/brief' })) as { node: unknown };
    expect(read(publicationFragment, answer.node)).toMatchObject({
      title: 'Title of brief',
      publishers: [{ name: 'ASTRA' }],
    });
  });
});
