import 'reflect-metadata'; // first: the decorators of src/api need it
import type { AddressInfo } from 'node:net';
import { createApollo } from '../../src/api/apollo.ts';
import { openCatalogue, type Catalogue } from '../../src/catalogue.ts';
import { createHttpServer } from '../../src/http.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import type { EngineUnderTest } from '../engines.ts';
import { makeKeys, type Keys } from '../make-keys.ts';
import { save } from '../records.ts';
import { openProxy, type Proxy } from './proxy.ts';

/** The product, served on a port. */
export interface Served {
  catalogue: Catalogue;
  /** The headers of a curator. */
  curator: Keys['curator'];
  url: string;
  /** Asks GraphQL; with the headers of a curator, may write. */
  ask(query: string, variables?: object, headers?: object): Promise<Told>;
  get(path: string): Promise<Response>;
  close(): Promise<void>;
}

/** With a proxy between it and its Neo4j. */
export type Through = Served & { proxy: Proxy };

/** An answer, and how long it took. */
export interface Told {
  status: number;
  headers: Headers;
  milliseconds: number;
  data: Record<string, unknown> | null;
  code: string | null;
  message: string | null;
  stale: { revision: number; since: string } | undefined;
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: { stale?: Told['stale'] };
}

export async function serveThrough(engine: EngineUnderTest, records: CatalogueRecord[]): Promise<Through> {
  await save(await engine.openEmpty(), records);
  const proxy = await openProxy((engine.address as { url: string }).url);
  const served = await serveCatalogue(await openCatalogue({ engine: 'neo4j', url: proxy.url }));
  return {
    ...served,
    proxy,
    async close() {
      await served.close();
      await proxy.close();
    },
  };
}

export async function serveCatalogue(catalogue: Catalogue): Promise<Served> {
  const { keyring, curator } = await makeKeys();
  const apollo = await createApollo();
  // Hundreds ask at once here: none is to be sent away before the graph has been asked.
  const limits = { load: { inFlight: 1_000, patience: Infinity }, rate: null };
  const server = createHttpServer(catalogue, apollo, 'https://catalogue.example', { keyring, origins: [] }, limits);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    catalogue,
    curator,
    url,
    async ask(query, variables = {}, headers = {}) {
      const began = performance.now();
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data = null, errors, extensions } = (await response.json()) as Body;
      const [first] = errors ?? [];
      return {
        status: response.status,
        headers: response.headers,
        milliseconds: performance.now() - began,
        data,
        code: first?.extensions.code ?? null,
        message: first?.message ?? null,
        stale: extensions?.stale,
      };
    },
    get: (path) => fetch(`${url}${path}`),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await apollo.stop();
      await catalogue.close();
    },
  };
}
