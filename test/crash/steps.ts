import { importFiles } from '../../src/import.ts';
import { decide, propose } from '../../src/graph/proposals.ts';
import { Refusal } from '../../src/graph/refusal.ts';
import { merge, undo, withdraw } from '../../src/graph/retire.ts';
import { saveRecords } from '../../src/graph/save.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { fileOf, publication, source } from '../records.ts';

/** The same each time, so that two graphs that took the same steps are the same to the byte. */
const act = { author: 'crash', reason: 'to be cut off', time: '2024-01-01T00:00:00.000Z' };

type Step = (store: GraphStore, round: number, id: (key: string) => string) => Promise<unknown>;

/** One round of what curators do. Each step, cut off anywhere and run again, comes to the same end. */
const steps: Step[] = [
  (store, round) =>
    saveRecords(store, act, [
      { kind: 'theme', id: `theme/t${round % 7}`, prefLabel: { en: `theme ${round % 7}` }, source },
      ...['a', 'b', 'c', 'd'].map((key) =>
        publication(`${key}${round}`, { themes: [`theme/t${round % 7}`], cites: [`publication/a${round + 1}`] }),
      ),
    ]),
  (store, round, id) =>
    importFiles(
      store,
      [
        fileOf([
          ...['e', 'f', 'g', 'h'].map((key) => publication(`${key}${round}`, { doi: `10.1000/${key}${round}` })),
          { kind: 'merged', id: id('h'), into: id('g') },
          { kind: 'withdrawn', id: `publication/never${round}`, reason: 'was never taken in' },
        ]),
      ],
      { act },
    ),
  (store, round) => saveRecords(store, act, [publication(`b${round}`, { title: `Anew ${round}` })]),
  (store, _, id) => merge(store, act, id('a'), id('b')),
  (store, round, id) => (round % 2 ? merge(store, act, id('b'), id('c')) : undoOnce(store, id('a'))),
  (store, _, id) => withdraw(store, act, id('d')),
  (store, round, id) =>
    propose(store, [
      { id: `duplicate${round}`, kind: 'duplicate', from: id('e'), into: id('f'), evidence: ['same title'] },
      { id: `translation${round}`, kind: 'translation', from: id('g'), into: id('f'), evidence: ['near title'] },
    ]),
  (store, round) => decide(store, act, `duplicate${round}`, round % 2 ? 'accepted' : 'rejected'),
  (store, round) => decide(store, act, `translation${round}`, 'accepted'),
  (store, _, id) => undoOnce(store, id('d')),
];

/** Runs the step with this number, of the endless row that begins at 0. */
export const runStep = (store: GraphStore, number: number): Promise<unknown> => {
  const round = Math.floor(number / steps.length);
  return steps[number % steps.length]!(store, round, (key) => `publication/${key}${round}`);
};

/** An undo that was done and not acknowledged finds nothing to undo. */
const undoOnce = (store: GraphStore, id: string) =>
  undo(store, act, id).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
