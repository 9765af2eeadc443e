import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openCatalogue, type Catalogue } from './catalogue.ts';
import type { Config } from './config.ts';
import { whereItMay } from './graph/refusal.ts';
import { beginSeeding, endSeeding, isSeeding } from './graph/seeding.ts';
import { settle } from './graph/settle.ts';
import { Unavailable } from './graph/unavailable.ts';
import { describeRejection, importFiles, recordFiles } from './import.ts';
import type { Rejection } from './ingest/records/read-records.ts';
import { log } from './observe/log.ts';

const seed = fileURLToPath(new URL('../seed', import.meta.url));

/** Milliseconds between two attempts to open a graph that does not answer. */
const attemptEvery = 1_000;

/**
 * Opens the graph and, where it is empty, fills it with the seed. Where the database is not there yet, waits for it,
 * `beginWaiting` first. Throws what will not mend itself, such as a wrong password.
 */
export async function openWhenThere(config: Config, beginWaiting: () => Promise<void>): Promise<Catalogue> {
  for (let isWaiting = false; ; isWaiting = true) {
    try {
      return await openFilled(config);
    } catch (error) {
      if (!(error instanceof Unavailable && error.passing)) throw error;
      if (!isWaiting) {
        log.error({ error }, 'The graph does not answer; waiting for it.');
        await beginWaiting();
      }
      await pause(attemptEvery);
    }
  }
}

async function openFilled({ graph, contact, projectionFile }: Config): Promise<Catalogue> {
  const catalogue = await openCatalogue(graph, {
    visits: contact ? { contact } : undefined,
    keptIn: projectionFile,
  });
  try {
    if (catalogue.projection.ids.length === 0 || (await isSeeding(catalogue.store))) await loadSeed(catalogue);
    await whereItMay(settle(catalogue.store, { author: 'start' })); // what a write that was cut off has left open
    return catalogue;
  } catch (error) {
    await catalogue.close();
    throw error;
  }
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
