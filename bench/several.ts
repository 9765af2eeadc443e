import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareRedis, noRedis } from '../test/redis/redis-server.ts';
import { openEngine } from './engines.ts';
import { describeMachine } from './machine.ts';
import { common, Misuse, parsed, wholeNumber } from './options.ts';
import { settings } from './peers.ts';
import { buildProgram, type Program } from './program.ts';
import { recordFile } from './record-file.ts';
import { checkOurs } from './related-check.ts';
import { measureQuestion, type Result } from './related-measure.ts';
import { relatedQuestions } from './related-questions.ts';
import { seconds } from './related-report.ts';
import { openServer, type Server } from './server.ts';
import { severalReport, type Weight } from './several-report.ts';
import { importFile } from './steps.ts';
import { drawTargets } from './targets.ts';

/** About so many targets the answers of all servers are compared before anything is measured. */
const looked = 50;

/** What is asked; nested lists tell nothing more of several servers. */
const questions = relatedQuestions.slice(0, 3);

/** How `several` is to be run. */
export interface SeveralOptions {
  size: number;
  rounds: number;
  connections: number;
}

/**
 * Measures one server and two on one Neo4j and one Redis, each behind the same program that gives requests to them in turn,
 * and prints the results and what a server weighs. Gives back whether all answers were the same.
 */
export async function benchSeveral(args: string[]): Promise<boolean> {
  if (noRedis) throw new Misuse(noRedis);
  const options = readOptions(args);
  const machine = describeMachine(); // before this run makes a load of its own
  const program = buildProgram();
  const problems: string[] = [];
  const fail = (problem: string) => void problems.push(problem);
  const engine = await openEngine('neo4j', program.scratch);
  const redis = await prepareRedis();
  const open: Server[] = [];
  try {
    const catalogue = await recordFile(options.size);
    const targets = await drawTargets(catalogue.path);
    const graph = await engine.emptyGraph();
    say(`import of ${options.size} publications`);
    await importFile({ engine, program, fail: stop }, graph, catalogue, 'created');
    await redis.start();
    const servers: Server[] = [];
    for (const name of ['first', 'second']) {
      say(`start of the ${name} server`);
      servers.push(await openServer([program.server], settingsOf(program, graph, redis.url, name)));
      open.push(servers.at(-1)!);
    }
    const weight: Weight = {
      starts: servers.map((server) => server.seconds),
      started: servers.map((server) => server.peakMegabytes()),
      graph: folderMegabytes(join(program.scratch, 'neo4j')),
    };
    const ports = servers.map(({ url }) => new URL(url).port);
    const before = fileURLToPath(new URL('round-robin.ts', import.meta.url));
    const asked = await Promise.all(
      [ports.slice(0, 1), ports].map(async (some) => ({
        name: some.length === 1 ? 'one server' : 'two servers',
        answerer: 'ours' as const,
        ...(await openServer(['--import', 'tsx', before, ...some], {})),
      })),
    );
    open.push(...asked);
    const lists = new Set<string>();
    for (const { url } of [...servers, ...asked])
      lists.add(JSON.stringify(await checkOurs(url, targets.publication.slice(0, looked), fail)));
    if (lists.size > 1) fail('the servers do not give the same lists');

    const results: Result[] = [];
    const pressure = { connections: options.connections, warmUpSeconds: seconds.warmUp, seconds: seconds.ours };
    for (let round = 1; round <= options.rounds; round++)
      for (const question of questions)
        for (const one of asked) {
          say(`round ${round} of ${options.rounds}, ${one.name}: ${question.name}`);
          results.push(...(await measureQuestion(one, question, targets, pressure)));
        }
    weight.asked = servers.map((server) => server.peakMegabytes());
    await Promise.all(open.splice(0).map((server) => server.stop()));
    weight.kept = statSync(join(program.scratch, 'projection-first')).size / 1e6;
    console.log(severalReport(machine, options, questions, results, weight, problems));
    return problems.length === 0 && results.every(({ load }) => load.errors === 0);
  } finally {
    await Promise.all(open.map((server) => server.stop()));
    await redis.close();
    await engine.stop();
    program.remove();
  }
}

function readOptions(args: string[]): SeveralOptions {
  const options = {
    size: { ...common.size, default: '10000' },
    rounds: common.rounds,
    connections: { type: 'string', default: '16' },
  } as const;
  const values = parsed(() => parseArgs({ args, options }));
  return {
    size: wholeNumber('--size', values.size),
    rounds: wholeNumber('--rounds', values.rounds),
    connections: wholeNumber('--connections', values.connections),
  };
}

/** Each request is counted in Redis, and none refused. */
const settingsOf = (program: Program, graph: string, redis: string, name: string) => ({
  ...settings(graph),
  REDIS_URL: redis,
  RATE_LIMIT: '1000000000000',
  PROJECTION_FILE: join(program.scratch, `projection-${name}`),
});

/** What a Neo4j has on disk for its database and its log of transactions. */
function folderMegabytes(home: string): number {
  const files = readdirSync(join(home, 'data'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6;
}

const stop = (problem: string) => {
  throw new Error(problem);
};
const say = (step: string) => console.error(step);
