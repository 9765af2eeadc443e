import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const pom = join(here, 'pom.xml');

/** The Neo4j version that pom.xml pins. */
export const neo4jVersion = /<neo4j\.version>(.+?)</.exec(readFileSync(pom, 'utf8'))![1]!;

const cache = resolve(here, '../../node_modules/.cache/neo4j', neo4jVersion);
const jars = join(cache, 'lib');

/** The java that runs Neo4j: the one of JAVA_HOME, else the first on the PATH. */
export const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

/** One line that says what this machine lacks for a real Neo4j and how to get it; null when nothing is missing. */
export function missingForNeo4j(): string | null {
  const found = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(found.stderr ?? '')?.[1];
  if (!version) return `Neo4j needs Java 17 or newer and \`${java} -version\` does not answer: ${install}`;
  if (Number(version) < 17) return `Neo4j needs Java 17 or newer and \`${java}\` is Java ${version}: ${install}`;
  if (existsSync(jars)) return null;
  if (spawnSync('mvn', ['-v']).status !== 0)
    return `Neo4j is fetched by Maven and \`mvn -v\` does not answer: ${install}`;
  return null;
}

const install = 'apt-get install openjdk-17-jre-headless maven, or set JAVA_HOME';

/**
 * The folder with Neo4j's jars. Maven fetches them (144 MB) when they are not there yet and checks each against its
 * checksum. The folder gets its name only when it is complete, so that a broken download is done again.
 */
export async function fetchNeo4j(): Promise<string> {
  if (existsSync(jars)) return jars;
  mkdirSync(cache, { recursive: true });
  console.error(`Fetching Neo4j ${neo4jVersion} from Maven Central into ${cache} (144 MB, once) …`);
  const unfinished = `${jars}-${process.pid}`;
  try {
    await runMaven(['dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`]);
    renameSync(unfinished, jars);
  } catch (problem) {
    // Another process may have fetched them meanwhile.
    if (!existsSync(jars)) throw problem;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return jars;
}

async function runMaven(goals: string[]): Promise<void> {
  const maven = ['-B', '-q', '--strict-checksums', '-f', pom, ...goals];
  const logFile = join(cache, 'maven.log');
  const log = openSync(logFile, 'w');
  const code = await new Promise<number | null>((end, fail) => {
    spawn('mvn', maven, { stdio: ['ignore', log, log] })
      .on('error', fail)
      .on('exit', end);
  }).finally(() => closeSync(log));
  if (code === 0) return;
  const output = readFileSync(logFile, 'utf8').trim().split('\n').slice(0, 12).join('\n');
  throw new Error(
    `Maven could not fetch Neo4j ${neo4jVersion} (exit code ${code}). Is Maven Central reachable from here?\n` +
      `  command: mvn ${maven.join(' ')}\n  log: ${logFile}\n${output}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = missingForNeo4j();
  if (missing) throw new Error(missing);
  console.log(await fetchNeo4j());
}
