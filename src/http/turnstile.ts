import type { IncomingMessage } from 'node:http';
import { overloaded } from './overload.ts';
import { createTurns } from './turns.ts';

/** How much is taken on at once. */
export interface Load {
  /** Requests that are being answered or wait for their turn. */
  inFlight: number;
  /** Milliseconds that one may have to wait for its turn; but a few wait in any case. */
  patience: number;
}

/** Lets in what can be answered soon. */
export interface Turnstile {
  /** Counts a request in and gives what counts it out again; null where there is no room for it. */
  enter(request: IncomingMessage): (() => void) | null;
}

/** Bodies that may be on their way for each request in flight: they wait for their senders, and nobody for them. */
const bodiesEach = 8;
/** So many may wait for their turn however long the wait: one slow answer sends away none of those who come meanwhile. */
const few = 16;

const turnsOf = new WeakMap<IncomingMessage, () => Promise<void>>();

/**
 * Resolves when a request that was let in, and is here with its body, is to be answered. Rejects with a `Problem` where there is
 * no room for it any more.
 */
export const itsTurn = async (request: IncomingMessage): Promise<void> => turnsOf.get(request)?.();

/** A turnstile for so much load. */
export function createTurnstile({ inFlight, patience }: Load): Turnstile {
  const turns = createTurns();
  let answering = 0;
  let arriving = 0;
  const isFull = () => answering >= inFlight || (turns.waiting >= few && turns.wait > patience);

  return {
    enter(request) {
      turns.come();
      if (isFull() || arriving >= inFlight * bodiesEach) return null;
      let isHere = !hasBody(request);
      if (isHere) answering++;
      else arriving++;
      turnsOf.set(request, () => {
        turnsOf.delete(request);
        if (!isHere) {
          if (isFull()) return Promise.reject(overloaded);
          isHere = true;
          arriving--;
          answering++;
        }
        return turns.take();
      });
      return () => {
        if (isHere) answering--;
        else arriving--;
        turns.end();
      };
    },
  };
}

/** Whether a request has a body, which may come later than its head. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
