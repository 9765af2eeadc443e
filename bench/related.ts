import { describeMachine } from './machine.ts';
import { peers } from './peers.ts';
import { buildProgram } from './program.ts';
import { recordFile } from './record-file.ts';
import { checkOurs, checkPeer } from './related-check.ts';
import { measureQuestion, type Asked, type Result } from './related-measure.ts';
import { readRelatedOptions } from './related-options.ts';
import { relatedQuestions, type RelatedQuestion } from './related-questions.ts';
import { relatedReport, seconds } from './related-report.ts';
import { serveCatalogue, type Served } from './related-serve.ts';
import { drawTargets } from './targets.ts';

/** About so many targets the answers are looked at before anything is measured. */
const looked = { ours: 30, peers: 10 };

/**
 * Measures how fast our server answers the questions it is for, on the engines side by side and beside the peers, and
 * prints the results. Gives back whether every answer of ours was right.
 */
export async function benchRelated(args: string[]): Promise<boolean> {
  const options = readRelatedOptions(args);
  const machine = describeMachine(); // before this run makes a load of its own
  const program = buildProgram();
  const results: Result[] = [];
  const problems: string[] = [];
  const failOf = (name: string) => (problem: string) => void problems.push(`${name}: ${problem}`);
  const ours: Served[] = [];
  try {
    const catalogue = await recordFile(options.size);
    const targets = await drawTargets(catalogue.path);
    for (const name of options.engines) {
      say(`${name}: import of ${options.size} publications`);
      ours.push(await serveCatalogue(name, program, catalogue));
    }
    const lists = new Set<string>();
    for (const { name, url } of ours)
      lists.add(JSON.stringify(await checkOurs(url, targets.publication.slice(0, looked.ours), failOf(name))));
    if (lists.size > 1) failOf('ours')('the engines do not give the same lists');

    const measure = async (asked: Asked, question: RelatedQuestion, lasting: number) => {
      for (const connections of options.connections) {
        say(`${asked.name}, ${connections} connection${connections === 1 ? '' : 's'}: ${question.name}`);
        const pressure = { connections, warmUpSeconds: seconds.warmUp, seconds: lasting };
        results.push(...(await measureQuestion(asked, question, targets, pressure)));
      }
    };
    for (let round = 1; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`);
      for (const question of relatedQuestions) for (const asked of ours) await measure(asked, question, seconds.ours);
    }
    const neo4j = ours.find(({ graph }) => graph.includes('://'));
    if (options.peers && neo4j)
      for (const { answerer, open } of peers)
        for (const question of relatedQuestions) {
          const ask = question.ask[answerer];
          if (!ask) continue;
          // A new server for each question: what a time-out has left running in Neo4j ends with the one before.
          const { url, stop } = await open(neo4j.graph);
          try {
            if (question === relatedQuestions[0])
              await checkPeer(url, ask, targets.publication.slice(0, looked.peers), failOf(answerer));
            await measure({ name: answerer, answerer, url }, question, seconds.peers);
          } finally {
            await stop();
          }
        }
  } finally {
    for (const { stop } of ours) await stop();
    program.remove();
  }
  console.log(relatedReport(machine, options, results, problems));
  return problems.length === 0 && results.every(({ answerer, load }) => answerer !== 'ours' || load.errors === 0);
}

const say = (step: string) => console.error(`${step} …`);
