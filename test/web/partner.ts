import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { killAll, run } from '../run.ts';

/** A publication of the seed with many related ones. */
export const target = 'publication/challenges-in-regulating-the-stay-of-foreign-victims-of-human-traffick';

/** The product with its seed, in a process of its own, with these settings beside its own. */
export async function startProduct(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-widget-'));
  const publicUrl = 'https://catalogue.example';
  const server = run('src/server.ts', [], { GRAPH_URL: folder, PORT: '0', PUBLIC_URL: publicUrl, ...settings });
  const [, url] = await server.writes(/^ {2}(http:\/\/localhost:\d+)\/related /m);
  return {
    url: url!,
    publicUrl,
    /** All it has written. */
    output: () => server.output.stdout + server.output.stderr,
    async end() {
      await killAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server of pages that a test writes, on another site than the product: `127.0.0.1` and `localhost` are two. */
export async function startSite(answer?: (request: IncomingMessage, response: ServerResponse) => void) {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const asked: { url: string; method: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url!, method: request.method!, headers: request.headers });
    if (answer) return answer(request, response);
    const page = pages.get(request.url!.split('?')[0]!);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    /** Puts a page there and gives its address. */
    put(path: string, html: string, headers: Record<string, string> = {}) {
      pages.set(path, { html, headers });
      return url + path;
    },
    async end() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A whole page with this body. */
export const pageWith = (body: string, { head = '', lang = 'en', dir = 'ltr' } = {}): string =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}</head>
<body><main><h1>A page</h1>${body}</main></body></html>`;

/** A page of the browser, what it asked of whom, and what went wrong in it. */
export async function open(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const wrong: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security/i.test(message.text())) wrong.push(message.text());
  });
  page.on('pageerror', ({ message }) => wrong.push(message));
  // What the widget tells, by the names of its events, with their details.
  await page.addInitScript(`window.told = [];
    for (const what of ['loaded', 'empty', 'error'])
      addEventListener('related-' + what, ({ detail }) => told.push([what, detail]));`);
  return { page, context, requests: () => requests.filter((address) => !address.startsWith('data:')), wrong };
}

/** Waits until the widgets of a page have told something. */
export async function told<Detail = Record<string, unknown>>(page: Page, many = 1): Promise<[string, Detail][]> {
  await until(page, `told.length >= ${many}`);
  return page.evaluate('told');
}

/** The titles that a page's widget shows. */
export const titlesIn = (page: Page): Promise<string[]> =>
  page.locator('related-resources [part="link"]').allInnerTexts();

/** What an expression over `root`, the inside of a page's first widget, gives. */
export const inside = <Found>(page: Page, expression: string): Promise<Found> =>
  page.evaluate(`((root) => ${expression})(document.querySelector('related-resources').shadowRoot)`);

/** Waits until an expression holds in a page; unlike `waitForFunction`, under any policy of the page. */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`It never came to hold that ${expression}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}
