import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExamples } from '../../build/examples.ts';
import { inBrowser } from '../browser.ts';
import { killAll, run } from '../run.ts';
import { faultsOf } from './axe.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-thread-pages-'));
let url: string;

/** The bytes as they came, not unpacked. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request(`${url}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        );
    })
      .on('error', reject)
      .end();
  });

/** A page that reaches this server alone, what it asked for elsewhere, and what went wrong in it. */
async function openPage(context: { newPage(): Promise<Page> }) {
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security/i.test(message.text())) wrong.push(message.text());
  });
  page.on('pageerror', ({ message }) => wrong.push(message));
  await page.route(/^https?:/, (route) => {
    if (route.request().url().startsWith(`${url}/`)) return route.continue();
    elsewhere.push(route.request().url());
    return route.abort();
  });
  return { page, elsewhere, wrong };
}

beforeAll(async () => {
  const server = run('src/server.ts', [], { GRAPH_URL: folder, PORT: '0' });
  [, url] = (await server.writes(/^ {2}(http:\/\/localhost:\d+)\/related /m)) as unknown as [string, string];
}, 120_000);
afterAll(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

describe('the pages for browsers', () => {
  it('give the console at /console, and to a browser that opens /graphql', async () => {
    const console = await (await fetch(`${url}/console`)).text();
    expect(console).toMatch(/<html lang="en">[\s\S]*<title>Console/);
    const opened = await fetch(`${url}/graphql`, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect([opened.status, await opened.text()]).toEqual([200, console]);
    const question = await fetch(`${url}/graphql?query={__typename}`, { headers: { accept: 'text/html,*/*' } });
    expect(await question.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it.each(['/console', '/sandbox'])('load nothing of another server in %s, and allow no script in it', async (path) => {
    const response = await fetch(`${url}${path}`);
    const page = await response.text();
    const html = page.replace(/<a class="exit"[^>]*>/, ''); // a way to elsewhere that only a reader's click takes
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|style=/);
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('set-cookie')).toBeNull();
    if (path === '/console') expect(policy).not.toContain('http');
  });

  it('send what they load in the smallest form that is taken, for ever', async () => {
    const html = await (await fetch(`${url}/console`)).text();
    const [path] = /\/assets\/console-\w+\.js/.exec(html)!;
    const plain = await raw(path, {});
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    });
    const brotli = await raw(path, { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await raw(path, { 'accept-encoding': 'gzip, br;q=0' });
    expect([brotli, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(plain.body.length / 3);
  });

  it.each(['/assets/', '/assets/console.js', '/assets/..%2fpackage.json', '/assets/manifest.json'])(
    'have nothing at %s',
    async (path) => {
      const { status } = await raw(path, {});
      expect(status).toBe(404);
    },
  );

  it('let Apollo’s own page ask, with all the headers it sends', async () => {
    const headers = {
      origin: 'https://studio.apollographql.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers':
        'apollographql-client-name,apollographql-client-version,content-type,x-apollo-operation-name',
    };
    const preflight = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers });
    const allowed = preflight.headers.get('access-control-allow-headers')!.split(', ');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(allowed).toContain('*'); // any header but a key, which WRITE_ORIGINS alone may send
    expect(allowed).not.toContain('authorization');
  });
});

inBrowser('the console', (browser) => {
  const examples = readExamples();

  it('asks an example of each group, with the net cut off, and shows the data', async () => {
    const { page, elsewhere, wrong } = await openPage(browser());
    await page.goto(`${url}/console`);
    for (const group of ['partner-website', 'analyst', 'developer', 'curator']) {
      const { title, query } = examples.find((example) => example.group === group)!;
      await page.getByRole('button', { name: title }).click();
      await page.locator('.result-window', { hasText: '"data"' }).waitFor();
      const field = /^\s{2}(?:\w+: )?(\w+)/m.exec(query)![1]!;
      await page.locator('.result-window', { hasText: new RegExp(`"(${field}|years|themes)"`) }).waitFor();
      await expect(page.locator('.graphiql-query-editor').innerText()).resolves.toContain('query');
      expect(await page.locator('.result-window').innerText()).not.toContain('"errors"');
    }
    expect(elsewhere).toEqual([]);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('keeps nothing: no storage, no cookie, no address', async () => {
    const { page } = await openPage(browser());
    await page.goto(`${url}/console`);
    await page.getByRole('button', { name: examples[0]!.title }).click();
    await page.locator('.result-window', { hasText: '"data"' }).waitFor();
    await page.waitForTimeout(1_000); // GraphiQL stores its tabs half a second after the last change
    const kept = await page.evaluate<object>(
      `(async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie,
        databases: await indexedDB.databases(), address: location.pathname + location.search + location.hash }))()`,
    );
    expect(kept).toEqual({ local: {}, session: {}, cookie: '', databases: [], address: '/console' });
    await page.close();
  });

  it('can be used with the keyboard alone', async () => {
    const { page } = await openPage(browser());
    await page.goto(`${url}/console`);
    await page.locator('nav button').first().waitFor();
    const reached: unknown[] = [];
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.textContent'));
    }
    expect(reached).toEqual(['Common Thread', 'Leave this site', examples[0]!.title]);
    await page.keyboard.press('Enter');
    await page.locator('.result-window', { hasText: '"data"' }).waitFor();
    await page.close();
  });

  it.each(['/console', '/sandbox'])(
    'has a way out of %s, by its link and by Shift pressed three times',
    async (path) => {
      for (const leave of ['click', 'Shift']) {
        const { page } = await openPage(browser());
        await page.goto(`${url}${path}`);
        await page.locator('main button').first().waitFor();
        const left = page.waitForRequest('https://www.wikipedia.org/');
        if (leave === 'click') await page.getByRole('link', { name: 'Leave this site' }).click();
        else for (let press = 0; press < 3; press++) await page.keyboard.press(leave);
        expect((await left).headers().referer).toBeUndefined();
        await page.close();
      }
    },
  );

  it.each(['/console', '/sandbox'])('has nothing in our part of %s that axe finds fault with', async (path) => {
    const { page } = await openPage(browser());
    await page.goto(`${url}${path}`);
    await page.locator('main button').first().waitFor();
    expect(await faultsOf(page, { exclude: ['.graphiql-container'] })).toEqual([]);
    await page.close();
  });
});

inBrowser('the sandbox', (browser) => {
  it('asks for nothing elsewhere until it is told to, and then for Apollo’s script alone', async () => {
    const { page, elsewhere } = await openPage(browser());
    await page.goto(`${url}/sandbox`, { waitUntil: 'networkidle' });
    expect(elsewhere).toEqual([]);
    await page.getByRole('button', { name: /Load Apollo Sandbox/ }).click();
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    expect(elsewhere.map((address) => new URL(address).host)).toEqual(['embeddable-sandbox.cdn.apollographql.com']);
    await page.close();
  });

  it('hands Apollo’s script this server, without cookies and without telemetry', async () => {
    const { page } = await openPage(browser());
    const stub = `window.EmbeddedSandbox = class { constructor(options) { window.given = options } }`;
    await page.route(/embeddable-sandbox/, (route) => route.fulfill({ contentType: 'text/javascript', body: stub }));
    await page.goto(`${url}/sandbox`);
    await page.getByRole('button', { name: /Load Apollo Sandbox/ }).click();
    await page.waitForFunction('window.given');
    expect(await page.evaluate('window.given')).toMatchObject({
      initialEndpoint: `${url}/graphql`,
      runTelemetry: false,
      initialState: { includeCookies: false },
    });
    expect(await page.locator('#sandbox').isVisible()).toBe(true);
    await page.close();
  });
});
