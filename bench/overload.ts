import { parseArgs } from 'node:util';
import { apiQuestions } from './api-questions.ts';
import { drawApiTargets } from './api-targets.ts';
import { enough, neverTheSame } from './asked-anew.ts';
import type { EngineName } from './engines.ts';
import { measureLoad, type LoadRequest } from './load.ts';
import { describeMachine } from './machine.ts';
import { common, enginesOf, parsed, wholeNumber } from './options.ts';
import { outcome, overloadTable, type Overload } from './overload-report.ts';
import { buildProgram } from './program.ts';
import { recordFile } from './record-file.ts';
import { serveCatalogue, type Served } from './related-serve.ts';
import { askSteadily } from './steady-load.ts';

/** What a server is overloaded with, over connections that are kept, or a new one each time: of these no more can be opened here. */
const overloads = [
  { about: 'ten related, with reasons', closing: false, share: 1 },
  { about: 'ten related, with reasons', closing: true, share: 0.25 },
  { about: 'filtered list of 20, nested entities', closing: false, share: 1 },
  { about: 'search of 98,000 hits, four facets', closing: false, share: 1 },
];
const seconds = { warmUp: 5, sustained: 10, overload: 15, after: 10 };
/** What is asked after the overload, as a share of what it can sustain. */
const easy = 0.7;

/**
 * Asks a server, with the limits it has by itself, for many times what it can sustain, and prints what became of those
 * it answered and those it sent away, and when all was well again. Gives back whether no answer was wrong, no connection
 * was broken and all was well soon.
 */
export async function benchOverload(args: string[]): Promise<boolean> {
  const { engine, size, times } = parsed(
    () => parseArgs({ args, options: { engine: common.engine, size: common.size, times: { type: 'string', default: '10' } } }), // prettier-ignore
  );
  const [publications, factor] = [wholeNumber('--size', size), wholeNumber('--times', times)];
  const machine = describeMachine();
  const program = buildProgram();
  const outcomes: Overload[] = [];
  try {
    const catalogue = await recordFile(publications);
    const targets = await drawApiTargets(catalogue.path);
    for (const name of enginesOf(engine)) {
      say(`${name}: import of ${publications} publications`);
      const served = await serveCatalogue(name, program, catalogue, { MAX_IN_FLIGHT: '64' });
      try {
        for (const { about: asked, closing, share } of overloads) {
          const question = closing ? `${asked}, new connections` : asked;
          say(`${name}: ${question}`);
          const { about, ask } = apiQuestions.find((one) => one.name === asked)!;
          const requests = targets[about].map(ask.ours!);
          outcomes.push(await overload({ engine: name, question, closing }, served, requests, factor * share));
        }
      } finally {
        await served.stop();
      }
    }
  } finally {
    program.remove();
  }
  console.log(`${machine}\nsize     ${publications.toLocaleString('en')} publications\n\n${overloadTable(outcomes)}`);
  return outcomes.every(({ isSound }) => isSound);
}

async function overload(
  { closing, ...asked }: { engine: EngineName; question: string; closing: boolean },
  { url }: Served,
  requests: LoadRequest[],
  factor: number,
): Promise<Overload> {
  const next = neverTheSame(requests);
  const pressure = { connections: 16, warmUpSeconds: seconds.warmUp, seconds: seconds.sustained };
  const { rate, p99 } = await measureLoad(url, Array.from({ length: enough }, next), pressure);
  const hard = { rate: rate * factor, connections: 1_000, closing };
  const under = await askSteadily(url, next, { ...hard, seconds: seconds.overload });
  const after = await askSteadily(url, next, { rate: rate * easy, connections: 1_000, seconds: seconds.after });
  return outcome({ ...asked, sustained: rate, usual: p99, asked: hard.rate, lasting: seconds.overload }, under, after);
}

const say = (step: string) => console.error(`${step} …`);
