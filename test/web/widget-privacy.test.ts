import { afterAll, beforeAll, expect, it } from 'vitest';
import { scriptSnippet } from '../../src/shown/snippets.ts';
import { inBrowser } from '../browser.ts';
import { inside, open, pageWith, startProduct, startSite, target, titlesIn, told } from './partner.ts';

let product: Awaited<ReturnType<typeof startProduct>>;
let site: Awaited<ReturnType<typeof startSite>>;
let script: string;

beforeAll(async () => {
  [product, site] = await Promise.all([startProduct(), startSite()]);
  script = `<script async src="${product.url}/widget/related-resources.js"></script>`;
}, 120_000);
afterAll(async () => {
  await site?.end();
  await product?.end();
});

inBrowser('the widget, as to privacy', (browser) => {
  it('makes two requests to its server and none elsewhere; the second carries the target and the language alone', async () => {
    const { page, requests, context } = await open(browser(), { locale: 'pt-BR' });
    const address = site.put(
      '/secret',
      pageWith('<related-resources></related-resources>', { head: script, lang: 'fr' }),
    );
    await page.goto(`${address}?reader=maria&token=1#here`);
    await told(page);
    await page.waitForLoadState('networkidle');
    expect(requests()).toEqual([
      `${address}?reader=maria&token=1`,
      `${product.url}/widget/related-resources.js`,
      `${product.url}/related?${new URLSearchParams([
        ['url', address],
        ['first', '6'],
        ['language', 'fr'],
      ])}`,
    ]);
    await context.close();
  });

  it('sends no cookie, no referrer and no header of its own, and asks no leave for it', async () => {
    const server = await startSite((_, response) => {
      response.setHeader('access-control-allow-origin', '*').setHeader('set-cookie', 'reader=1');
      response.end('{"items":[]}');
    });
    const { page, context } = await open(browser());
    await context.addCookies([{ name: 'known', value: 'reader', url: server.url }]);
    await page.goto(
      site.put(
        '/page',
        pageWith(`<related-resources to="${target}" server="${server.url}"></related-resources>`, {
          head: `${script}<meta name="referrer" content="unsafe-url">`,
        }),
      ),
    );
    await told(page);
    const [asked, ...more] = server.asked;
    expect(more).toEqual([]);
    expect(asked!.method).toBe('GET');
    expect(asked!.url).toBe(`/related?id=${encodeURIComponent(target)}&first=6&language=en`);
    const own = Object.keys(asked!.headers).filter(
      (name) => !/^(sec-|accept|user-agent$|connection$|host$|origin$)/.test(name),
    );
    expect(own).toEqual([]);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['known']);
    await context.close();
    await server.end();
  });

  it('is loaded by its snippet without naming the page either', async () => {
    const source = await (await fetch(`${product.url}/widget/related-resources.js`)).text();
    const server = await startSite((request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('content-type', request.url!.startsWith('/widget/') ? 'text/javascript' : 'application/json');
      response.end(request.url!.startsWith('/widget/') ? source : '{"items":[]}');
    });
    const { page, context } = await open(browser());
    const path = '/widget/related-resources.js';
    const snippet = scriptSnippet({ to: target }, { server: server.url, path });
    await page.goto(site.put('/page', pageWith(snippet, { head: '<meta name="referrer" content="unsafe-url">' })));
    await told(page);
    expect(server.asked.map(({ url, headers }) => [url!.split('?')[0], headers.referer])).toEqual([
      [path, undefined],
      ['/related', undefined],
    ]);
    await context.close();
    await server.end();
  });

  it('keeps nothing in the browser and leaves the history, the window and the keys alone', async () => {
    const { page, context } = await open(browser());
    const keys = `<script>window.keys = []; addEventListener('keydown', ({ key }) => keys.push(key));</script>`;
    await page.goto(
      site.put('/page', pageWith(`<related-resources to="${target}"></related-resources>`, { head: keys + script })),
    );
    await told(page);
    const { length, title } = await page.evaluate<{ length: number; title: string }>(
      `({ length: history.length, title: document.title })`,
    );
    expect(title).toBe('A page');
    expect(length).toBe(2); // about:blank and the page
    for (let at = 0; at < 3; at++) await page.keyboard.press('Tab');
    for (const key of ['Shift', 'Escape', 'ArrowDown', 'k']) await page.keyboard.press(key);
    expect(await page.evaluate('keys')).toEqual(['Tab', 'Tab', 'Tab', 'Shift', 'Escape', 'ArrowDown', 'k']);
    expect(context.pages()).toHaveLength(1);
    expect(
      await page.evaluate(`(async () => ({ cookie: document.cookie, local: { ...localStorage }, session: { ...sessionStorage },
        databases: await indexedDB.databases(), caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length, name: window.name }))()`),
    ).toEqual({ cookie: '', local: {}, session: {}, databases: [], caches: [], workers: 0, name: '' });
    await context.close();
  });

  it('lies under a quick exit that stands before it, without a z-index', async () => {
    const exit = `<button id="exit" style="position: fixed; inset: 0 0 auto auto; width: 300px; height: 300px">Leave</button>`;
    const { page, context } = await open(browser(), { viewport: { width: 400, height: 500 } });
    const tag = `<related-resources to="${target}" layout="cards"></related-resources>`;
    await page.goto(site.put('/page', pageWith(exit + tag, { head: script })));
    await told(page);
    const onTop = `[...Array(28)].every((_, at) => document.elementFromPoint(250, 10 + at * 10).id === 'exit')`;
    expect(await page.evaluate(onTop)).toBe(true);
    await page.evaluate('scrollTo(0, 200)');
    expect(await page.evaluate(onTop)).toBe(true);
    await context.close();
  });

  it('names nobody as the page a link was followed from', async () => {
    const server = await startSite((request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      const item = { id: 'x', title: 'The way on', url: `${server.url}/on`, alsoIn: [], publishers: [] };
      response.setHeader('content-type', request.url === '/on' ? 'text/html' : 'application/json');
      response.end(request.url === '/on' ? '<title>On</title>' : JSON.stringify({ items: [item] }));
    });
    const { page, context } = await open(browser());
    const tag = `<related-resources to="${target}" server="${server.url}"></related-resources>`;
    await page.goto(site.put('/page', pageWith(tag, { head: `${script}<meta name="referrer" content="unsafe-url">` })));
    await told(page);
    await page.getByRole('link', { name: 'The way on' }).click();
    await page.waitForURL(`${server.url}/on`);
    expect(server.asked.find(({ url }) => url === '/on')!.headers.referer).toBeUndefined();
    expect(await page.evaluate('document.referrer + String(window.opener)')).toBe('null');
    expect(context.pages()).toHaveLength(1);
    await context.close();
    await server.end();
  });

  it('works under the strictest policy, held to its hash', async () => {
    const { paths, integrity } = (await (await fetch(`${product.url}/widget/manifest.json`)).json()) as {
      paths: { pinned: string };
      integrity: string;
    };
    const policy = `default-src 'none'; script-src 'self' ${product.url}; connect-src ${product.url}`;
    const pinned = (hash: string) =>
      pageWith(`<related-resources to="${target}"></related-resources>`, {
        head: `<script async src="${product.url}${paths.pinned}" integrity="${hash}" crossorigin="anonymous"></script>`,
      }).replace('<link rel="icon" href="data:,">', '');
    const headers = { 'content-security-policy': policy, 'cross-origin-embedder-policy': 'require-corp' };
    const { page, wrong, context } = await open(browser());
    await page.goto(site.put('/strict', pinned(integrity), headers));
    expect((await told(page))[0]![0]).toBe('loaded');
    expect(await titlesIn(page)).toHaveLength(6);
    expect(await inside(page, `getComputedStyle(root.querySelector('ul')).display`)).toBe('grid');
    expect(wrong.filter((text) => !text.includes('favicon'))).toEqual([]);
    await page.goto(site.put('/forged', pinned(`sha384-${'A'.repeat(64)}`), headers));
    expect(await page.evaluate(`customElements.get('related-resources') === undefined`)).toBe(true);
    await context.close();
  });

  it('is not told of by the server: it writes no line about a request', async () => {
    // What it writes at start ends with the addresses; `product` has its output.
    const before = product.output();
    await fetch(`${product.url}/related?url=https%3A%2F%2Fexample.org%2Fsecret-page`);
    await fetch(`${product.url}/related?id=${target}`);
    await fetch(`${product.url}/embed/related?id=${target}`);
    expect(product.output()).toBe(before);
  });
});

inBrowser('the widget, before any server', (browser) => {
  const long = 'endless '.repeat(1_250);
  const item = (fields: object) => ({
    id: 'publication/x',
    title: 'T',
    language: 'en',
    url: 'https://example.org/',
    date: '2020',
    publishers: [],
    why: '',
    alsoIn: [],
    ...fields,
  });

  async function shown(items: unknown) {
    const server = await startSite((_, response) => {
      response.setHeader('access-control-allow-origin', '*').end(JSON.stringify({ items }));
    });
    const opened = await open(browser(), { viewport: { width: 600, height: 800 } });
    const tag = `<p id="before">Before</p><related-resources to="${target}" server="${server.url}" first="1"></related-resources><p>After</p>`;
    await opened.page.goto(
      site.put(
        '/page',
        pageWith(tag, { head: `<script>window.alert = () => { window.hit = true }</script>${script}` }),
      ),
    );
    const [[what]] = (await told(opened.page)) as [[string, unknown]];
    return { ...opened, what, end: () => Promise.all([opened.context.close(), server.end()]) };
  }

  it('offers the same work in other languages, each once, with a name that says so', async () => {
    const version = (language: string | null, url = `https://example.org/${language}`) => ({
      id: `publication/${language}`,
      title: `In ${language}`,
      language,
      url,
    });
    const { page, end } = await shown([
      item({
        alsoIn: [
          version('en'),
          version('de'),
          version('sr-cyrl'),
          version('de', 'https://example.org/2'),
          version(null),
        ],
      }),
    ]);
    expect(
      await inside(
        page,
        `[...root.querySelectorAll('[part=version]')].map((one) => [one.textContent, one.href, one.hreflang])`,
      ),
    ).toEqual([
      ['DE', 'https://example.org/de', 'de'],
      ['SR-Cyrl', 'https://example.org/sr-cyrl', 'sr-Cyrl'],
    ]);
    await page.getByRole('link', { name: 'DE – Also in German: In de' }).waitFor();
    await end();
  });

  it('shows markup as text', async () => {
    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { page, end } = await shown([
      item({ title: markup, why: markup, publishers: [{ name: markup }], language: '"><img src=x onerror=alert(3)>' }),
    ]);
    expect(await titlesIn(page)).toEqual([markup]);
    expect(await inside(page, `root.querySelectorAll('img, script').length`)).toBe(0);
    expect(await page.evaluate('window.hit')).toBeUndefined();
    await end();
  });

  it.each([
    'javascript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    '//',
    7,
  ])('makes no link of %j', async (url) => {
    const version = { id: 'x', title: 'V', language: 'de', url };
    const { page, end } = await shown([item({ url, alsoIn: [version] })]);
    expect(await titlesIn(page)).toEqual(['T']);
    expect(await inside(page, `root.querySelectorAll('a').length`)).toBe(0);
    await end();
  });

  it('lets no text turn the direction of what stands around it', async () => {
    const { page, end } = await shown([
      item({ title: 'Report \u202Efdp.exe\u202C \u2066x', publishers: [{ name: '\u202Eevil' }], why: 'مرحبا \u202E!' }),
      item({ title: 'تقرير', language: 'ar' }),
    ]);
    expect(await titlesIn(page)).toEqual(
      ['Report  fdp.exe   x', 'تقرير'].map((text) => expect.stringMatching(text.replaceAll(/ +/g, ' +'))),
    );
    expect(await inside(page, `/[\\u202a-\\u202e\\u2066-\\u2069]/.test(root.textContent)`)).toBe(false);
    expect(
      await inside(
        page,
        `[...root.querySelectorAll('[part=link], bdi')].every((one) => getComputedStyle(one).unicodeBidi === 'isolate')`,
      ),
    ).toBe(true);
    expect(
      await inside(page, `[...root.querySelectorAll('[part=link]')].map(({ dir, lang }) => dir + ' ' + lang)`),
    ).toEqual(['ltr en', 'rtl ar']);
    await end();
  });

  it('cuts what is endless, and stays in its place', async () => {
    const { page, end } = await shown([
      item({ title: long, why: long, publishers: Array.from({ length: 300 }, () => ({ name: long })) }),
      item({ title: 'x'.repeat(10_000), why: 'y'.repeat(10_000) }),
    ]);
    const [height, width] = await page.evaluate<[number, number]>(
      `[document.querySelector('related-resources').offsetHeight, document.documentElement.scrollWidth]`,
    );
    expect(height).toBeLessThan(400);
    expect(width).toBe(600);
    expect((await titlesIn(page)).every((title) => title.length <= 301)).toBe(true);
    await end();
  });

  it.each([[null], [{}], ['text'], [[null]], [[{}]], [[{ alsoIn: 7, publishers: 'x' }]]])(
    'says nothing, or little, to %j',
    async (items) => {
      const { page, wrong, what, end } = await shown(items);
      expect(['error', 'loaded']).toContain(what);
      if (what === 'error')
        expect(await page.evaluate(`document.querySelector('related-resources').offsetHeight`)).toBe(0);
      expect(wrong).toEqual([]);
      await end();
    },
  );
});
