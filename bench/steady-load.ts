import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'undici';
import { tellsErrors, type LoadRequest } from './load.ts';

/** How a server is asked whatever it answers, as the readers of many sites ask: none of them waits for another. */
export interface SteadyPressure {
  /** Requests a second. */
  rate: number;
  /** Requests that may be on their way at once; beyond them nothing is asked, and counted as held back. */
  connections: number;
  /** Whether each is closed by the answer on it, as when every reader asks once. */
  closing?: boolean;
  seconds: number;
}

/** One answer. */
export interface Answered {
  /** Milliseconds from the beginning to when it was asked. */
  at: number;
  /** Milliseconds it took. */
  took: number;
  status: number;
}

/** What came of it. */
export interface SteadyLoad {
  answers: Answered[];
  /** What connections that broke said. */
  broken: string[];
  /** Answers that are neither right nor sent away as they should be. */
  wrong: string[];
  /** What could not be asked because all connections were waiting. */
  heldBack: number;
}

/** Asks what `next` gives at a steady rate, and waits for all answers. */
export async function askSteadily(url: string, next: () => LoadRequest, pressure: SteadyPressure): Promise<SteadyLoad> {
  const load: SteadyLoad = { answers: [], broken: [], wrong: [], heldBack: 0 };
  const idle = Array.from({ length: pressure.connections }, () => new Client(url));
  const clients = [...idle];
  const underway = new Set<Promise<void>>();
  const began = performance.now();
  const due = () => (Math.min(performance.now() - began, pressure.seconds * 1000) / 1000) * pressure.rate;

  async function ask(client: Client, { status: expected, ...request }: LoadRequest): Promise<void> {
    const asked = performance.now();
    try {
      const { statusCode, headers, body } = await client.request({ ...request, reset: pressure.closing });
      const text = await body.text();
      load.answers.push({ at: asked - began, took: performance.now() - asked, status: statusCode });
      const isRight = statusCode === expected && !tellsErrors(text);
      const isSentAway = statusCode === 503 && headers['retry-after'] !== undefined && text.includes('"OVERLOADED"');
      if (!isRight && !isSentAway) load.wrong.push(`${statusCode} ${text.slice(0, 200)}`);
    } catch (error) {
      load.broken.push(String(error));
    }
    idle.push(client);
  }

  for (let asked = 0; performance.now() - began < pressure.seconds * 1000; await pause(2))
    for (; asked < due(); asked++) {
      const client = idle.shift();
      if (!client) {
        load.heldBack++;
        continue;
      }
      const answer = ask(client, next());
      underway.add(answer);
      void answer.then(() => underway.delete(answer));
    }
  await Promise.all(underway);
  await Promise.all(clients.map((client) => client.destroy()));
  return load;
}
