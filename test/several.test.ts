import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphAddress } from '../src/config.ts';
import { onNeo4j } from './engines.ts';
import { makeKeys, type Keys } from './make-keys.ts';
import { publication } from './records.ts';
import { noRedis, prepareRedis, type RedisServer } from './redis/redis-server.ts';
import { killAll, run, type Running } from './run.ts';
import { shareOut, type SharedOut } from './share-out.ts';

interface Page {
  nodes: { id: string }[];
  pageInfo: { endCursor: string };
}

interface Server {
  url: string;
  process: Running;
}

/** What a client may ask for in a minute: of either server, or of both together. */
const budget = 400_000;

/** What is asked of each server: every kind of answer there is, of the seed. */
const questions = [
  '/related?id=publication/challenges-in-regulating-the-stay-of-foreign-victims-of-human-traffick',
  '/related?id=country/RS&first=20&language=sr',
  '/related?id=theme/non-punishment&first=20&language=de',
  '/embed/related?id=country/AT',
  '/search?text=residence+permits',
  '/matrix',
  '/timeline',
  '/coverage',
  '/path?from=country/RS&to=country/NL',
  '/country/RS',
  '/theme/non-punishment?format=turtle',
  '/feed.atom?country=country/RS',
  '/sitemap.xml',
  '/dump.jsonl',
  graphql('{ search(text: "victms of traficking", first: 30) { totalCount edges { score snippet node { id } } } }'),
  graphql('{ counts(by: [THEME, COUNTRY], first: 50) { values count } suggest(prefix: "tr") { id label hint } }'),
  graphql('{ path(from: "organisation/astra", to: "instrument/cets-197") { nodes { id } hops { statement { id } } } }'),
  graphql('{ publications(first: 50, orderBy: TITLE_ASC) { totalCount edges { cursor node { id title } } } }'),
  graphql('{ country(id: "country/RS") { publications(first: 30) { nodes { id statements { id } } } } }'),
  graphql('{ changes(first: 50) { edges { cursor node { id revision } } } status { revision } }'),
];

function graphql(query: string): string {
  return `/graphql?query=${encodeURIComponent(query)}`;
}

const reason = noRedis && ` (skipped: ${noRedis})`;
const suite = reason ? (name: string) => it.skip(name + reason) : onNeo4j;

suite('several servers on one graph', (engine) => {
  let redis: RedisServer;
  let keys: Keys;
  let one: Server;
  let other: Server;
  let shared: SharedOut;
  const begin = () =>
    run('src/server.ts', [], {
      GRAPH_URL: (engine.address as Extract<GraphAddress, { engine: 'neo4j' }>).url.replace('bolt:', 'neo4j:'),
      REDIS_URL: redis.url,
      API_KEYS_FILE: keys.file,
      PUBLIC_URL: 'https://catalogue.example',
      RATE_LIMIT: String(budget),
      PORT: '0',
    });
  const ready = async (process: Running): Promise<Server> => {
    const [, port] = await process.writes(/localhost:(\d+)\/related/);
    return { url: `http://127.0.0.1:${port}`, process };
  };
  beforeAll(async () => {
    await engine.openEmpty();
    redis = await prepareRedis();
    [keys] = await Promise.all([makeKeys(), redis.start()]);
    // At once, on an empty graph: each finds that it is to be filled.
    [one, other] = (await Promise.all([begin(), begin()].map(ready))) as [Server, Server];
    shared = await shareOut([one, other].map(({ url }) => Number(new URL(url).port)));
  }, 240_000);
  afterAll(async () => {
    shared?.close();
    await killAll();
    await redis?.close();
  });

  let asked = 0;
  /** Asks a server, or the program before them, as another client each time unless one is named: none spends its budget. */
  const ask = (at: { url: string }, path: string, headers: Record<string, string> = {}, body?: object) =>
    fetch(at.url + path, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        'x-forwarded-for': `198.51.100.${asked++ % 250}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
  const askGraphql = async <Data>(at: { url: string }, query: string, variables?: object) => {
    const response = await ask(at, '/graphql', keys.curator, { query, variables });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: object[] };
    if (errors || !data) throw new Error(JSON.stringify(errors ?? response.status));
    return data;
  };
  /** Writes a publication about forced labour in Serbia and gives the revision that its answer names. */
  const write = async (at: { url: string }, key: string): Promise<number> => {
    const themes = ['theme/non-punishment'];
    const records = [publication(key, { themes, countries: ['country/RS'], publishers: ['organisation/astra'] })];
    const query =
      'mutation ($records: [JSON!]!) { importRecords(records: $records, review: false) { created rejected revision } }';
    const { importRecords } = await askGraphql<{ importRecords: { created: number; revision: number } }>(at, query, {
      records,
    });
    expect(importRecords).toMatchObject({ created: 1, rejected: 0 });
    return importRecords.revision;
  };
  const relatedIds = async (at: { url: string }, id: string) => {
    const response = await ask(at, `/related?id=${id}&first=100`);
    if (response.status !== 200) return [];
    return ((await response.json()) as { items: { id: string }[] }).items.map((item) => item.id);
  };
  const revisionOf = async (at: { url: string }) =>
    (await askGraphql<{ status: { revision: number } }>(at, '{ status { revision } }')).status.revision;
  /** Status, tag and text of every answer of a server. */
  const answersOf = async (at: { url: string }) => {
    const query = '{ publications(first: 40, orderBy: DATE_ASC) { nodes { id } } }';
    const { publications } = await askGraphql<{ publications: { nodes: { id: string }[] } }>(at, query);
    const related = publications.nodes.map(({ id }) => `/related?id=${id}&first=20`);
    const paths = [...questions, ...related];
    const answers: string[] = [];
    const answer = async (path: string) => {
      const response = await ask(at, path);
      return `${path}: ${response.status} ${response.headers.get('etag')} ${await response.text()}`;
    };
    // A few at once: what is asked all at once is sent away.
    while (paths.length > 0) answers.push(...(await Promise.all(paths.splice(0, 5).map(answer))));
    return answers;
  };

  it('fill an empty graph together, once', async () => {
    for (const { process } of [one, other]) {
      expect(process.output.stderr).toBe('');
      expect(process.output.stdout).toMatch(/records loaded, 0 rejected/);
    }
    const { changes } = await askGraphql<{ changes: { nodes: { id: string }[] } }>(
      one,
      '{ changes(first: 100) { nodes { id action } } }',
    );
    expect(changes.nodes).toHaveLength(100);
    const created = changes.nodes.map(({ id }) => id);
    expect(new Set(created).size).toBe(created.length);
  });

  it('give the same answers, byte for byte', async () => {
    const answers = await answersOf(one);
    for (const answer of answers) expect(answer).toMatch(/^\S+: 200 ((W\/)?"[\w-]+"|null) ./);
    expect(await answersOf(other)).toEqual(answers);
  }, 120_000);

  it('show within a second what was written through another of them, and in the change feed at once', async () => {
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      const key = `written-at-${new URL(here.url).port}`;
      const before = await revisionOf(there);
      const revision = await write(here, key);
      const written = performance.now();
      const feed = await askGraphql<{ changes: { nodes: { id: string }[] } }>(
        there,
        `{ changes(since: "${before}") { nodes { id } } }`,
      );
      expect(feed.changes.nodes.map(({ id }) => id)).toContain(`publication/${key}`);
      expect(await relatedIds(here, 'theme/non-punishment')).toContain(`publication/${key}`);
      expect(await relatedIds(here, `publication/${key}`)).not.toEqual([]);
      while (!(await relatedIds(there, 'theme/non-punishment')).includes(`publication/${key}`)) {
        expect(performance.now() - written).toBeLessThan(1_000);
        await pause(20);
      }
      expect(await revisionOf(there)).toBe(revision);
      expect(await relatedIds(there, `publication/${key}`)).toEqual(await relatedIds(here, `publication/${key}`));
    }
  });

  it('give the same answers as one that has read it all anew, after each has taken writes in by steps', async () => {
    const fresh = await ready(begin());
    const answers = await answersOf(fresh);
    fresh.process.signal('SIGTERM');
    expect(await answersOf(one)).toEqual(answers);
    expect(await answersOf(other)).toEqual(answers);
  }, 120_000);

  it('know a query by its hash that was sent to another of them', async () => {
    const query = '{ country(id: "country/RS") { id name } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const codes = async (at: Server) =>
      (await (await ask(at, '/graphql', {}, { extensions })).json()) as { data?: object; errors?: object[] };
    expect((await codes(other)).errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    await (await ask(one, '/graphql', {}, { query, extensions })).text();
    expect(await codes(other)).toMatchObject({ data: { country: { id: 'country/RS', name: 'Serbia' } } });
  });

  it('count what a client asks for together, and refuse it together', async () => {
    const left = async (at: { url: string }, who: string, path = '/related?id=country/RS') => {
      const response = await ask(at, path, { 'x-forwarded-for': who });
      await response.arrayBuffer();
      return [response.status, Number(/r=(\d+)/.exec(response.headers.get('ratelimit')!)![1])];
    };
    expect(await left(one, '203.0.113.20')).toEqual([200, budget - 200]);
    expect(await left(other, '203.0.113.20')).toEqual([200, budget - 400]);
    expect(await left(other, '203.0.113.21')).toEqual([200, budget - 200]);
    for (let i = 0; i < 20; i++) await left([one, other][i % 2]!, '203.0.113.22', '/dump.jsonl');
    for (const at of [one, other]) expect(await left(at, '203.0.113.22')).toEqual([429, 0]);
    expect((await left(one, '203.0.113.20'))[0]).toBe(200);
  }, 120_000);

  it('take cursors and tags of one another', async () => {
    const pages = async (turns: Server[]) => {
      let after: string | null = null;
      const ids: string[] = [];
      for (let turn = 0; turn < 6; turn++) {
        const query =
          'query ($after: String) { publications(first: 7, after: $after) { nodes { id } pageInfo { endCursor } } }';
        const at = turns[turn % turns.length]!;
        const { publications }: { publications: Page } = await askGraphql(at, query, { after });
        ids.push(...publications.nodes.map(({ id }) => id));
        after = publications.pageInfo.endCursor;
      }
      return ids;
    };
    const ids = await pages([one]);
    expect(new Set(ids).size).toBe(42);
    expect(await pages([one, other])).toEqual(ids);
    for (const path of questions) {
      const etag = (await ask(one, path)).headers.get('etag');
      // What a reader has asked of the explorer is kept by nobody.
      if (etag) expect([path, (await ask(other, path, { 'if-none-match': etag })).status]).toEqual([path, 304]);
    }
  });

  it('behind a proxy show a write to whoever wrote it within a second, and say until then that they are behind', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const key = `through-the-proxy-${turn}`;
      const revision = await write(shared, key);
      const written = performance.now();
      for (let told = 0; told < 4;) {
        const asked = performance.now();
        const query =
          '{ status { revision } related(to: { id: "theme/non-punishment" }, first: 100) { nodes { id } } }';
        const { status, related } = await askGraphql<{
          status: { revision: number };
          related: { nodes: { id: string }[] };
        }>(shared, query);
        const isThere = related.nodes.some(({ id }) => id === `publication/${key}`);
        expect(isThere).toBe(status.revision >= revision);
        if (asked - written > 1_000) expect(isThere).toBe(true);
        told = isThere ? told + 1 : 0; // of each server twice in a row
      }
    }
  });

  it.each<['SIGKILL' | 'SIGTERM', string[]]>([
    ['SIGTERM', []],
    ['SIGKILL', ['502']],
  ])(
    'lose no write that was acknowledged when one gets %s, and the others go on',
    async (signal, failures) => {
      const acknowledged: string[] = [];
      const outcomes = new Set<string>();
      let isOver = false;
      const writer = async () => {
        for (let turn = 0; !isOver; turn++) {
          const key = `${signal.toLowerCase()}-${turn}`;
          await write(shared, key).then(
            () => acknowledged.push(`publication/${key}`),
            (error: Error) => outcomes.add(/JSON/.test(error.message) ? '502' : error.message),
          );
        }
      };
      const reader = async () => {
        while (!isOver) {
          const { status } = await ask(shared, '/related?id=country/RS');
          if (status !== 200) outcomes.add(String(status));
        }
      };
      const clients = [writer(), reader(), reader()];
      await pause(1_000);
      one.process.signal(signal);
      await one.process.ended;
      const before = acknowledged.length;
      await pause(1_500);
      isOver = true;
      await Promise.all(clients);
      expect([...outcomes].filter((outcome) => !failures.includes(outcome))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(before + 1);
      const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
      const { nodes } = await askGraphql<{ nodes: ({ id: string } | null)[] }>(other, query, { ids: acknowledged });
      expect(nodes.map((node) => node?.id)).toEqual(acknowledged);
      shared.close();
      one = await ready(begin());
      shared = await shareOut([one, other].map(({ url }) => Number(new URL(url).port)));
      expect(await answersOf(one)).toEqual(await answersOf(other));
    },
    120_000,
  );
});
