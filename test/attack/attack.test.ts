import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSchema } from '../../src/api/schema.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { log } from '../../src/observe/log.ts';
import { onEveryEngine } from '../engines.ts';
import { serve, type Served } from '../http/serve.ts';
import { makeKeys } from '../make-keys.ts';
import { smallCatalogue } from '../records.ts';
import { told, type Target, type Told } from './attack.ts';
import { hostileBodies } from './bodies.ts';
import { hostileQueries } from './queries.ts';
import { hostileTexts } from './strings.ts';
import { questionsOf } from './string-arguments.ts';
import { hostileAddresses } from './addresses.ts';
import { hostileBytes } from './wire.ts';

/** What tells of our inside: places in our code, names of what is behind it, errors of JavaScript. */
const inside = /node_modules|\bat \S+ \(|\/(src|dist|test)\/|\.[jt]s:\d|TypeError|RangeError|ReferenceError|Cannot read|Neo[45]?j|GRAFEO|DETACH DELETE|executeCypher|undici/; // prettier-ignore

/** One entity of each kind. */
const entities = {
  Publication: 'publication/brief',
  Organisation: 'organisation/astra',
  Country: 'country/RS',
  LegalInstrument: 'instrument/convention',
  Theme: 'theme/residence',
  Project: 'project/rest',
};

onEveryEngine('a hostile request', (engine) => {
  let served: Served;
  let target: Target;
  const trapped: string[] = [];
  const trap = createServer((request, response) => {
    trapped.push(request.url!);
    response.end('secret of an inner server');
  });
  const faults = vi.spyOn(log, 'error');
  beforeAll(async () => {
    const keys = await makeKeys();
    await new Promise<void>((listening) => void trap.listen(0, '127.0.0.1', listening));
    const writers = { keyring: keys.keyring, origins: [] };
    served = await serve(engine, smallCatalogue, undefined, writers, undefined, {
      contact: 'https://catalogue.example',
    });
    target = {
      url: served.url,
      key: keys.curator,
      trap: `http://127.0.0.1:${(trap.address() as AddressInfo).port}`,
    };
  });
  afterAll(async () => {
    await served.close();
    trap.close();
  });
  afterEach(async () => {
    const began = performance.now();
    const answer = await fetch(`${target.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ publication(id: "publication/brief") { title publishers { name } } }' }),
    });
    expect(await answer.json()).toMatchObject({
      data: { publication: { title: 'Title of brief', publishers: [{ name: 'ASTRA' }] } },
    });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(faults.mock.calls).toEqual([]);
    expect(trapped).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  /** The code of the first error that was told, or of a problem. */
  const codeIn = (body: string): string | undefined => {
    if (!body.startsWith('{"')) return undefined; // a page
    const { code, errors } = JSON.parse(body) as { code?: string; errors?: { extensions: { code: string } }[] };
    return code ?? errors?.[0]?.extensions.code;
  };
  const mustTellNothing = ({ body, headers }: Told, sent = '') => {
    // What it has sent itself may come back: that is no news.
    expect(sent ? body.replaceAll(sent, '').replaceAll(JSON.stringify(sent).slice(1, -1), '') : body).not.toMatch(
      inside,
    );
    expect(headers).not.toMatch(/set-cookie|x-powered-by/i);
  };

  describe.each([
    ['of the query language', hostileQueries],
    ['of bodies and addresses', hostileBodies],
    ['of bytes', hostileBytes],
  ])('%s', (_, attacks) => {
    it.each(attacks)('with $name is answered $status $code', async ({ send, status, code }) => {
      const began = performance.now();
      const answer = await send(target);
      mustTellNothing(answer);
      expect([answer.status, codeIn(answer.body)]).toEqual([status, code]);
      expect(performance.now() - began).toBeLessThan(5_000);
    });
  });

  it.each(Object.entries(hostileTexts))(
    'with %s in every text that a query takes goes wrong nowhere',
    async (_, text) => {
      const questions = questionsOf(await createSchema(), ['query'], entities);
      expect(questions.length).toBeGreaterThan(80);
      for (const { place, query } of questions) {
        const answer = await post(query, { text });
        mustTellNothing(answer, text);
        const code = codeIn(answer.body) ?? 'OK';
        expect([place, answer.status]).toEqual([place, code === 'UNAUTHENTICATED' ? 401 : 200]);
        expect([place, code]).toEqual([
          place,
          expect.stringMatching(/^(OK|BAD_USER_INPUT|NOT_FOUND|UNAUTHENTICATED)$/),
        ]);
      }
      expect(await readRevision(served.catalogue.store)).toBe(1);
    },
    120_000,
  );

  it.each(Object.entries(hostileTexts))(
    'with %s in every text that a curator sends goes wrong nowhere',
    async (_, text) => {
      const questions = questionsOf(await createSchema(), ['mutation'], {});
      expect(questions.length).toBeGreaterThan(15);
      for (const { place, query } of questions) {
        if (place.includes('.withdraw(') && !place.includes('(id)')) continue; // would withdraw what is asked for next
        if (place.includes('.ingestPage(url)')) continue; // addresses have a list of their own
        const answer = await post(query, { text }, target.key);
        mustTellNothing(answer, text);
        expect([place, codeIn(answer.body) ?? 'OK']).toEqual([place, expect.stringMatching(/^(OK|BAD_USER_INPUT|NOT_FOUND|REFUSED|GONE)$/)]); // prettier-ignore
      }
    },
    120_000,
  );

  it.each(hostileAddresses)(
    'for %s leads us nowhere',
    async (address) => {
      const url = address.replace('TRAP', new URL(target.trap).port);
      const reading = 'query ($text: String!) { related(to: { url: $text }) { nodes { id } } }';
      const writing = 'mutation ($text: String!) { ingestPage(url: $text, write: false) { draft skipped } }';
      for (const answer of [await post(reading, { text: url }), await post(writing, { text: url }, target.key)]) {
        mustTellNothing(answer, url);
        expect(answer.body).not.toContain('secret of an inner server');
        expect([url, codeIn(answer.body) ?? 'OK']).toEqual([
          url,
          expect.stringMatching(/^(OK|BAD_USER_INPUT|NOT_FOUND)$/),
        ]);
      }
    },
    60_000,
  );

  const post = async (query: string, variables: object, headers: object = {}) =>
    told(
      await fetch(`${target.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    );
});
