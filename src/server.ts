import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApollo } from './api/apollo.ts';
import { createContext } from './api/context.ts';
import { relatedAnswer } from './api/related-answer.ts';
import { openSpending } from './clients/open-spending.ts';
import type { Spend } from './clients/spending.ts';
import type { Catalogue } from './catalogue.ts';
import { serveCommands } from './channel/serve-commands.ts';
import { answerWith } from './commands/carry-out.ts';
import { badSettings, readConfig, type Config } from './config.ts';
import { createAnswers, serverLimits, type Limits } from './http.ts';
import { createGate, type Gate } from './http/gate.ts';
import { openKeyring, type Keyring } from './keys/keyring.ts';
import { kinds } from './model.ts';
import { log } from './observe/log.ts';
import { startTracing } from './observe/tracing.ts';
import { openWhenThere } from './opening.ts';
import { openRedis } from './redis/open-redis.ts';
import { queriesInRedis } from './redis/shared-queries.ts';
import { relatedTable } from './related-table.ts';

/** The publication whose related list is shown at start, to see that it works. */
const example = 'publication/challenges-in-regulating-the-stay-of-foreign-victims-of-human-traffick';

/** How long it says that it stops before it does, when it is sent away by a program that shares requests out. */
const grace = 1_500;

/** Opens the graph, fills it with the seed when it is empty, serves it, and shows where to go. */
async function start(): Promise<void> {
  const config = readConfig();
  log.level = config.logLevel;
  const { graph, keysFile } = config;
  const keyring = keysFile ? await openKeyring(keysFile, (message) => log.warn(message)).catch(badSetting) : null;
  const where = graph.engine === 'neo4j' ? `Neo4j at ${graph.url}` : `the embedded graph in ${graph.folder}`;
  console.log(`Common Thread opens ${where} …`);
  const gate = createGate(serverLimits, config.publicUrl);
  const running: Running = { gate, endTracing: config.tracing ? await startTracing() : undefined };
  stopOnSignal(running);
  try {
    const catalogue = await openWhenThere(config, () => listen(gate.server, config));
    await serve(catalogue, keyring, config, running);
  } catch (error) {
    // Else what listens, or looks at the graph every half second, keeps the process alive.
    gate.server.close().closeAllConnections();
    await running.catalogue?.close();
    throw error;
  }
}

/** What is there to be ended when the process is to end. */
interface Running {
  gate: Gate;
  catalogue?: Catalogue;
  endTracing?: () => Promise<void>;
  /** Ends what else is there. */
  end?: () => Promise<unknown>;
}

const badSetting = ({ message }: Error) => {
  throw badSettings([message]);
};

async function serve(catalogue: Catalogue, keyring: Keyring | null, config: Config, running: Running): Promise<void> {
  running.catalogue = catalogue;
  const { gate } = running;
  const { graph, redisUrl } = config;
  const redis = redisUrl === undefined ? undefined : await openRedis(redisUrl);
  const apollo = await createApollo({ sharedQueries: redis && queriesInRedis(redis) });
  const channel = graph.engine === 'embedded' ? await serveCommands(graph.folder, answerWith(catalogue)) : null;
  running.end = async () => {
    await apollo.stop();
    redis?.close();
    await channel?.close();
  };
  const writers = { keyring, origins: config.writeOrigins };
  gate.open(createAnswers(catalogue, apollo, config.publicUrl, writers, limitsOf(config, openSpending(redis))));
  if (!gate.server.listening)
    await listen(gate.server, config).catch(async (error: Error) => {
      await running.end?.();
      throw error;
    });
  goOnAfterFaults();
  const { port } = gate.server.address() as AddressInfo;
  await showWhereToGo(catalogue, config.port === 0 ? `http://localhost:${port}` : config.publicUrl);
}

async function listen(server: Server, { port, host }: Config): Promise<void> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, host, listening);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} of ${host} is in use: stop what has it, or name another in PORT.`);
  });
}

/** What nobody has caught is a fault of this program, and no reason to leave all others without an answer. */
function goOnAfterFaults(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => log.error({ error }, 'Something that nobody has caught; going on.'));
}

/** Milliseconds that whoever comes may have to wait for its turn, before it is sent away. */
const patience = 50;

function limitsOf({ maxInFlight, rateLimit, trustProxy }: Config, spend: Spend): Limits {
  const { budget, given } = rateLimit ?? { budget: Infinity, given: false };
  return {
    load: { inFlight: maxInFlight, patience },
    rate: rateLimit && { budget, everybody: given, trust: trustProxy, spend },
  };
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
    await relatedAnswer(createContext(catalogue), { id: example }, { first: 3, language: 'en' }).then(
      (answer) => console.log(relatedTable(answer)),
      (error: Error) => log.warn({ error }, 'The example could not be shown.'),
    );
}

/**
 * On SIGTERM says that it is not ready any more, answers what has come and for a while what comes, and ends; on Ctrl-C
 * nobody shares requests out, and it ends at once when what has come is answered.
 */
function stopOnSignal(running: Running): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    void stop(running, signal === 'SIGTERM' ? grace : 0).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'This server could not end in order.');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

async function stop(running: Running, grace: number): Promise<void> {
  await running.gate.close(grace);
  await running.end?.();
  await running.catalogue?.close();
  await running.endTracing?.();
}

try {
  await start();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
