import type { IncomingMessage } from 'node:http';

/** How much is taken on at once. */
export interface Load {
  /** Requests that are being answered. */
  inFlight: number;
  /** Milliseconds after which no more than those are answered in one turn of the event loop. */
  turn: number;
}

/** Lets in what can be answered soon. */
export interface Turnstile {
  /** Counts a request in and gives what counts it out again; null where there is no room for it. */
  enter(request: IncomingMessage): (() => void) | null;
}

/** Bodies that may be on their way for each request in flight: they wait for their senders, and nobody for them. */
const bodiesEach = 8;

/**
 * A turnstile for so much load. Answers that wait for nothing are never in flight together, however many there are: what comes
 * meanwhile is read later, in one turn of the event loop. Who is read late in a turn that is long and full already has waited
 * as long, and those behind it wait longer.
 */
export function createTurnstile({ inFlight, turn }: Load): Turnstile {
  let answering = 0;
  let arriving = 0;
  let taken = 0;
  let turnBegan = 0;

  function isLate(): boolean {
    if (taken >= inFlight) return performance.now() - turnBegan > turn;
    if (taken === 0) {
      turnBegan = performance.now();
      setImmediate(() => {
        taken = 0;
      });
    }
    taken++;
    return false;
  }

  return {
    enter(request) {
      if (isLate() || answering >= inFlight || arriving >= inFlight * bodiesEach) return null;
      let isHere = !hasBody(request);
      if (isHere) answering++;
      else arriving++;
      const arrived = () => {
        if (isHere) return;
        isHere = true;
        arriving--;
        answering++;
      };
      request.once('end', arrived);
      return () => {
        request.off('end', arrived);
        if (isHere) answering--;
        else arriving--;
      };
    },
  };
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
