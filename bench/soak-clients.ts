import { request as send } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { nestedByGraphql, relatedByGet, relatedByGraphql } from './related-requests.ts';
import { tellsErrors, type LoadRequest } from './load.ts';
import type { Targets } from './targets.ts';

/** Counts of what came of all that was asked. */
export interface Soaked {
  answered: number;
  written: number;
  left: number;
  /** Told that more is asked than can be answered: beside other work these machines are slow. */
  sentAway: number;
  problems: string[];
}

/** Who asks a server until it is told to stop: readers, a writer, and clients that go before they have an answer. */
export function soak(url: string, { publication, organisation }: Targets, key: string, isOver: () => boolean) {
  const soaked: Soaked = { answered: 0, written: 0, left: 0, sentAway: 0, problems: [] };
  const at = <T>(list: T[], turn: number) => list[turn % list.length]!;
  const questions = (turn: number): LoadRequest[] => [
    relatedByGet(at(publication, turn)),
    relatedByGraphql(at(publication, turn * 7)),
    nestedByGraphql(at(organisation, turn)),
    { method: 'GET', path: `/${at(publication, turn * 3)}`, headers: { accept: 'text/html' }, status: 200 },
    { method: 'GET', path: `/search?text=${at(['trafficking', 'rights', 'labour'], turn)}`, headers: {}, status: 200 },
  ];

  async function ask({ method, path, headers, body, status }: LoadRequest): Promise<void> {
    const response = await fetch(url + path, { method, headers, body });
    const text = await response.text();
    if (response.status === status && !tellsErrors(text)) soaked.answered++;
    else if (response.status === 503 && response.headers.has('retry-after')) {
      soaked.sentAway++;
      await pause(1_000);
    } else soaked.problems.push(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`);
  }
  async function reader(first: number): Promise<void> {
    for (let turn = first; !isOver(); turn++) for (const question of questions(turn)) await ask(question);
  }
  async function writer(): Promise<void> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const query = 'mutation ($records: [JSON!]!) { importRecords(records: $records) { created updated rejected } }';
    for (let turn = 0; !isOver(); turn++) {
      const record = {
        kind: 'publication',
        id: `publication/soak-${turn % 50}`,
        title: `A record that is written again and again, for the ${turn}th time`,
        source: { file: 'bench soak', verified: false },
      };
      const body = JSON.stringify({ query, variables: { records: [record] } });
      await ask({ method: 'POST', path: '/graphql', headers, body, status: 200 });
      soaked.written++;
      await pause(250);
    }
  }
  /** Asks, and is gone a few milliseconds later: before the answer, in it, or in the middle of its own body. */
  async function leaver(): Promise<void> {
    for (let turn = 0; !isOver(); turn++) {
      const { method, path, headers, body = '' } = at(questions(turn), turn);
      const sent = send(url + path, { method, headers: { ...headers, 'content-length': String(body.length + 50) } });
      sent.on('error', () => {});
      if (body) sent.write(body);
      else sent.flushHeaders();
      await pause(turn % 40);
      sent.destroy();
      soaked.left++;
    }
  }
  const all = Promise.all([reader(0), reader(1_000), reader(2_000), reader(3_000), writer(), leaver(), leaver()]);
  return { soaked, ended: all };
}
