import 'reflect-metadata'; // first: the decorators of src/api need it
import type { GraphQLSchema } from 'graphql';
import type { AddressInfo } from 'node:net';
import { createApollo } from '../../src/api/apollo.ts';
import { followStore, type Catalogue } from '../../src/catalogue.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { VisitorOptions } from '../../src/fetch/visitor.ts';
import { createHttpServer, type Limits } from '../../src/http.ts';
import type { Writers } from '../../src/http/origins.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import type { EngineUnderTest } from '../engines.ts';
import { save } from '../records.ts';

/** The product on a port of its own. */
export interface Served {
  url: string;
  catalogue: Catalogue;
  /** From now on every read of the graph fails, with an error of its own where one is given, or none. */
  failReads(failing: boolean, by?: Error): void;
  /** From now on every read of the graph waits; call what it gives to let them go on. */
  holdReads(): () => void;
  close(): Promise<void>;
}

/** What a read that fails on purpose says: no answer may repeat it. */
export const secret = 'neo4j at 10.0.0.7 fails on purpose';

/** Whether what was logged is a failed read that a request has met, and not the look for news twice a second. */
export const isFaultOfRequest = ([what]: unknown[]): boolean => {
  const { request, error } = what as { request?: string; error?: unknown };
  return request !== undefined && String(error).includes(secret);
};

/**
 * Serves these records from an engine, over HTTP as it is in earnest; with another schema, for writers, with limits or with
 * visits to the web where a test gives them.
 */
export async function serve(
  engine: EngineUnderTest,
  records: CatalogueRecord[],
  schema?: GraphQLSchema,
  writers?: Writers,
  limits?: Limits,
  visits?: VisitorOptions,
): Promise<Served> {
  const store = await engine.openEmpty();
  await save(store, records);
  let failing: Error | false = false;
  let held: Promise<void> | null = null;
  const read: GraphStore['read'] = async (cypher, parameters) => {
    if (failing) throw failing;
    await held;
    return store.read(cypher, parameters);
  };
  const catalogue = await followStore({ ...store, read }, { visits });
  const apollo = await createApollo({ schema });
  const server = createHttpServer(catalogue, apollo, 'https://catalogue.example', writers, limits);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    catalogue,
    failReads: (fail, by = new Error(secret)) => {
      failing = fail && by;
    },
    holdReads() {
      let goOn = () => {};
      held = new Promise((resolve) => (goOn = resolve));
      return () => {
        held = null;
        goOn();
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await apollo.stop();
      await catalogue.close();
    },
  };
}
