import { answersOfCypher, answersOfOurs, checkSame } from './api-check.ts';
import { apiQuestions, type ApiQuestion } from './api-questions.ts';
import { apiReport, seconds } from './api-report.ts';
import { askedAnew } from './asked-anew.ts';
import { drawApiTargets } from './api-targets.ts';
import { measureLoad } from './load.ts';
import { describeMachine } from './machine.ts';
import { peers } from './peers.ts';
import { buildProgram } from './program.ts';
import { recordFile } from './record-file.ts';
import type { Asked, Result } from './related-measure.ts';
import { readRelatedOptions } from './related-options.ts';
import { serveCatalogue, type Served } from './related-serve.ts';

/** For so many targets of each question the answers are compared before anything is measured. */
const compared = 20;

/**
 * Measures how fast our GraphQL answers the questions of analysts and front ends, on the engines side by side and beside
 * the peers, and prints the results. Gives back whether every answer of ours was right.
 */
export async function benchApi(args: string[]): Promise<boolean> {
  const options = readRelatedOptions(args);
  const machine = describeMachine(); // before this run makes a load of its own
  const program = buildProgram();
  const results: Result[] = [];
  const problems: string[] = [];
  const ours: Served[] = [];
  try {
    const catalogue = await recordFile(options.size);
    const targets = await drawApiTargets(catalogue.path);
    for (const name of options.engines) {
      say(`${name}: import of ${options.size} publications`);
      ours.push(await serveCatalogue(name, program, catalogue));
    }
    const neo4j = ours.find(({ graph }) => graph.includes('://'));

    const cypher = neo4j && answersOfCypher(neo4j.graph);
    for (const question of apiQuestions) {
      say(`answers compared: ${question.name}`);
      const all = ours.map(({ url }) => answersOfOurs(url));
      const sample = targets[question.about].slice(0, compared);
      const judge = cypher && question.checked ? [cypher] : [];
      await checkSame(question, sample, [...judge, ...all], (problem) => {
        say(`WRONG  ${problem}`);
        problems.push(problem);
      });
    }
    await cypher?.close();

    const measure = async ({ name, answerer, url }: Asked, question: ApiQuestion, lasting: number) => {
      const ask = question.ask[answerer];
      if (!ask) return;
      for (const connections of options.connections) {
        say(`${name}, ${connections} connection${connections === 1 ? '' : 's'}: ${question.name}`);
        const pressure = { connections, warmUpSeconds: seconds.warmUp, seconds: lasting };
        const requests = targets[question.about].map(ask);
        const load = await measureLoad(url, answerer === 'ours' ? askedAnew(requests) : requests, pressure);
        results.push({ server: name, answerer, question: question.name, connections, load });
      }
    };
    for (let round = 1; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`);
      for (const question of apiQuestions) for (const asked of ours) await measure(asked, question, seconds.ours);
    }
    if (options.peers && neo4j)
      for (const { answerer, open } of peers)
        for (const question of apiQuestions.filter(({ ask }) => ask[answerer])) {
          // A new server for each question: what a time-out has left running in Neo4j ends with the one before.
          const { url, stop } = await open(neo4j.graph);
          try {
            await measure({ name: answerer, answerer, url }, question, seconds.peers);
          } finally {
            await stop();
          }
        }
  } finally {
    for (const { stop } of ours) await stop();
    program.remove();
  }
  const checkedBy = ours.some(({ graph }) => graph.includes('://'))
    ? `Before, the answers about ${compared} targets of each question were compared with those of plain Cypher.`
    : 'Without Neo4j there was no plain Cypher to compare the answers with.';
  console.log(apiReport(machine, options, apiQuestions, results, problems, checkedBy));
  return problems.length === 0 && results.every(({ answerer, load }) => answerer !== 'ours' || load.errors === 0);
}

const say = (step: string) => console.error(`${step} …`);
