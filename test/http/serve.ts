import 'reflect-metadata'; // first: the decorators of src/api need it
import type { GraphQLSchema } from 'graphql';
import type { AddressInfo } from 'node:net';
import { createApollo } from '../../src/api/apollo.ts';
import { followStore, type Catalogue } from '../../src/catalogue.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { createHttpServer } from '../../src/http.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import type { EngineUnderTest } from '../engines.ts';
import { save } from '../records.ts';

/** The product on a port of its own. */
export interface Served {
  url: string;
  catalogue: Catalogue;
  /** From now on every read of the graph fails, or none. */
  failReads(failing: boolean): void;
  close(): Promise<void>;
}

/** What a read that fails on purpose says: no answer may repeat it. */
export const secret = 'neo4j at 10.0.0.7 fails on purpose';

/** Serves these records from an engine, over HTTP as it is in earnest; with another schema where a test gives one. */
export async function serve(
  engine: EngineUnderTest,
  records: CatalogueRecord[],
  schema?: GraphQLSchema,
): Promise<Served> {
  const store = await engine.openEmpty();
  await save(store, records);
  let failing = false;
  const read: GraphStore['read'] = (cypher, parameters) =>
    failing ? Promise.reject(new Error(secret)) : store.read(cypher, parameters);
  const catalogue = await followStore({ ...store, read });
  const apollo = await createApollo(schema);
  const server = createHttpServer(catalogue, apollo, 'https://catalogue.example');
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    catalogue,
    failReads: (fail) => {
      failing = fail;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await apollo.stop();
      await catalogue.close();
    },
  };
}
