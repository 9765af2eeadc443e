import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the catalogue can say of itself whenever it is asked. */
export interface Facts {
  revision: number;
  /** Entities by kind. */
  entities: Record<string, number>;
  /** Whether the graph could be read when it was last looked at. */
  inStep: boolean;
}

/** What is counted of a server: by route, outcome and time, never by reader or by what was looked up. */
export interface Metrics {
  /** A request has come; call what it gives with its status when it has been answered, or null when its sender has gone. */
  begin(route: string, method: string): (status: number | null) => void;
  /** A request has been sent away because more was asked than can be answered. */
  countSentAway(): void;
  /** A GraphQL operation has been answered: with `OK`, or the code of its first error. */
  count(operation: string, outcome: string): void;
  /** All of it in the text format of Prometheus. */
  text(): Promise<string>;
  /** The media type of that. */
  type: string;
}

/** Those of the process, which several servers in it share. */
const ofProcess = new Registry();
let collecting = false;

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Metrics of one server; `facts` are read whenever the metrics are. */
export function createMetrics(facts: () => Facts): Metrics {
  if (!collecting) collectDefaultMetrics({ register: ofProcess });
  collecting = true;
  const registers = [new Registry()];
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route; status 499 where who asked had gone.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const inFlight = new Gauge({ name: 'http_requests_in_flight', help: 'Requests that are being answered.', registers });
  const sentAway = new Counter({
    name: 'http_requests_sent_away_total',
    help: 'Requests that were answered 503 before they were looked at, because more was asked than can be answered.',
    registers,
  });
  const operations = new Counter({
    name: 'graphql_operations_total',
    help: 'GraphQL operations answered, by what they ended with: OK, or the code of the first error.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const revision = new Gauge({ name: 'catalogue_revision', help: 'The last write that answers know of.', registers });
  const entities = new Gauge({
    name: 'catalogue_entities',
    help: 'Entities, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const inStep = new Gauge({
    name: 'catalogue_in_step',
    help: '1 when the graph could be read at the last look, 0 when answers come from memory alone.',
    registers,
  });
  const all = Registry.merge([ofProcess, registers[0]!]);
  return {
    begin(route, method) {
      const began = process.hrtime.bigint();
      inFlight.inc();
      return (status) => {
        inFlight.dec();
        const labels = { route, method: methods.has(method) ? method : 'other', status: status ?? 499 };
        requests.observe(labels, Number(process.hrtime.bigint() - began) / 1e9);
      };
    },
    countSentAway: () => sentAway.inc(),
    count: (operation, outcome) => operations.inc({ operation, outcome }),
    async text() {
      const now = facts();
      revision.set(now.revision);
      inStep.set(now.inStep ? 1 : 0);
      for (const [kind, count] of Object.entries(now.entities)) entities.set({ kind }, count);
      return all.metrics();
    },
    type: all.contentType,
  };
}
