import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApollo } from './api/apollo.ts';
import { createContext } from './api/context.ts';
import { relatedAnswer } from './api/related-answer.ts';
import { openCatalogue, type Catalogue } from './catalogue.ts';
import { serveCommands } from './channel/serve-commands.ts';
import { answerWith } from './commands/run.ts';
import { readConfig, type Config } from './config.ts';
import { createHttpServer } from './http.ts';
import { settle } from './graph/settle.ts';
import { beginSeeding, endSeeding, isSeeding } from './graph/seeding.ts';
import { describeRejection, importFiles, recordFiles } from './import.ts';
import type { Rejection } from './ingest/read-records.ts';
import { kinds } from './model.ts';
import { relatedTable } from './related-table.ts';

/** The publication whose related list is shown at start, to see that it works. */
const example = 'publication/challenges-in-regulating-the-stay-of-foreign-victims-of-human-traffick';
const seed = fileURLToPath(new URL('../seed', import.meta.url));

/** Opens the graph, fills it with the seed when it is empty, serves it, and shows where to go. */
async function start(): Promise<void> {
  const config = readConfig();
  const { graph, contact } = config;
  const where = graph.engine === 'neo4j' ? `Neo4j at ${graph.url}` : `the embedded graph in ${graph.folder}`;
  console.log(`Common Thread opens ${where} …`);
  const catalogue = await openCatalogue(graph, { visits: contact ? { contact } : undefined });
  try {
    await serve(catalogue, config);
  } catch (error) {
    await catalogue.close(); // else its look at the graph every half second keeps the process alive
    throw error;
  }
}

async function serve(catalogue: Catalogue, config: Config): Promise<void> {
  if (catalogue.projection.ids.length === 0 || (await isSeeding(catalogue.store))) await loadSeed(catalogue);
  await settle(catalogue.store, { author: 'start' }); // what a write that was cut off has left open
  const apollo = await createApollo();
  const { graph } = config;
  const channel = graph.engine === 'embedded' ? await serveCommands(graph.folder, answerWith(catalogue)) : null;
  const server = createHttpServer(catalogue, apollo, config.publicUrl);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(config.port, config.host, listening);
  }).catch(async (error: NodeJS.ErrnoException) => {
    await channel?.close();
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${config.port} of ${config.host} is in use: stop what has it, or name another in PORT.`);
  });
  stopOnSignal(async () => {
    await new Promise((closed) => server.close(closed));
    await apollo.stop();
    await channel?.close();
    await catalogue.close();
  });
  const { port } = server.address() as AddressInfo;
  await showWhereToGo(catalogue, config.port === 0 ? `http://localhost:${port}` : config.publicUrl);
}

async function loadSeed(catalogue: Catalogue): Promise<void> {
  const { store } = catalogue;
  const begun = await isSeeding(store);
  await beginSeeding(store);
  console.log(begun ? 'The seed was not loaded to its end: going on …' : 'The graph is empty: loading the seed …');
  const onReject = (rejection: Rejection) => console.error(`  ${describeRejection(rejection)}`);
  const act = { author: 'seed', reason: 'the records this version of the product comes with' };
  const summary = await importFiles(store, await recordFiles(seed), { act, onReject });
  await endSeeding(store);
  await catalogue.refresh();
  console.log(`  ${summary.created + summary.updated} records loaded, ${summary.rejected} rejected`);
}

async function showWhereToGo(catalogue: Catalogue, url: string): Promise<void> {
  const { projection } = catalogue;
  const counts = kinds.map(
    (kind) => `${projection.ofKind[kind].length} ${kind}${projection.ofKind[kind].length === 1 ? '' : 's'}`,
  );
  const links = Object.values(projection.out).reduce((total, { size }) => total + size, 0);
  console.log(
    `It holds ${counts.join(', ').replace('countrys', 'countries')} and ${links} links (revision ${projection.revision}).\n`,
  );
  console.log(`  ${url}/           start here`);
  console.log(`  ${url}/graphql    the API`);
  console.log(`  ${url}/console    ask it in your browser, with ready questions`);
  console.log(`  ${url}/related    related resources as plain JSON: ?id=…, ?url=… or ?doi=…`);
  console.log(`  ${url}/widget     related resources on your site, by one tag\n`);
  if (projection.numbers.has(example))
    console.log(
      relatedTable(await relatedAnswer(createContext(catalogue), { id: example }, { first: 3, language: 'en' })),
    );
}

/** On SIGTERM or Ctrl-C: answers what has come, takes nothing new, and ends. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

try {
  await start();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
