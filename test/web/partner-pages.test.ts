import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { faultsOf, looks } from './axe.ts';
import { inside, open, pageWith, startProduct, startSite, target, titlesIn, told, until } from './partner.ts';

let product: Awaited<ReturnType<typeof startProduct>>;
let site: Awaited<ReturnType<typeof startSite>>;
let script: string;

beforeAll(async () => {
  [product, site] = await Promise.all([startProduct(), startSite()]);
  script = `<script src="${product.url}/widget/related-resources.js"></script>`;
}, 120_000);
afterAll(async () => {
  await site?.end();
  await product?.end();
});
const get = (path: string, init?: RequestInit) => fetch(product.url + path, { redirect: 'manual', ...init });

describe('the files of the widget', () => {
  it('are kept for an hour by the newest name, for ever by the version, and can be held to a hash', async () => {
    const held = (await (await get('/widget/manifest.json')).json()) as {
      version: string;
      integrity: string;
      paths: { latest: string; pinned: string };
    };
    const latest = await get('/widget/related-resources.js');
    const pinned = await get(`/widget/${held.version}/related-resources.js`);
    const [text, same] = [await latest.text(), await pinned.text()];
    expect(same).toBe(text);
    expect(held.integrity).toBe(`sha384-${createHash('sha384').update(text).digest('base64')}`);
    expect(held.paths).toEqual({
      latest: '/widget/related-resources.js',
      pinned: `/widget/${held.version}/related-resources.js`,
    });
    expect(latest.headers.get('cache-control')).toMatch(/^public, max-age=3600,/);
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const { headers } of [latest, pinned]) {
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it.each(['/widget/0.0.0/related-resources.js', '/widget/', '/widget/x', '/widget/..%2fmanifest.json'])(
    'have nothing at %s',
    async (path) => expect((await get(path)).status).toBe(404),
  );
});

describe('the page for frames', () => {
  it('holds the list without a script, for frames of any site', async () => {
    const response = await get(`/embed/related?id=${target}&first=3&language=fr&layout=cards`);
    const html = await response.text();
    const { items } = (await (await get(`/related?id=${target}&first=3&language=fr`)).json()) as {
      items: { why: string }[];
    };
    expect(html).toMatch(/<html lang="fr" dir="ltr"[\s\S]*<h1 part="heading">Ressources associées<\/h1>/);
    expect(html.match(/<li part="item">/g)).toHaveLength(3);
    expect(html).not.toMatch(/<script|\son\w+=|style="/);
    for (const { why } of items) expect(html).toContain(why.replaceAll("'", '&#39;'));
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *; style-src 'self'");
    const etag = response.headers.get('etag')!;
    expect(
      (
        await get(`/embed/related?id=${target}&first=3&language=fr&layout=cards`, {
          headers: { 'if-none-match': etag },
        })
      ).status,
    ).toBe(304);
  });

  it('is empty where there is nothing', async () => {
    const unknown = await get('/embed/related?id=publication/nowhere');
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('<main></main>')]);
    const filtered = await get(`/embed/related?id=${target}&country=country/TV`);
    expect([filtered.status, await filtered.text()]).toEqual([200, expect.stringContaining('<main></main>')]);
  });

  it.each([
    ['layout=wide', 'layout=wide is none of list, cards, compact.'],
    ['reasons=maybe', 'reasons=maybe is none of on, off.'],
    ['scheme=pink', 'scheme=pink is none of auto, light, dark.'],
    ['layout=list&layout=cards', 'layout was given more than once.'],
  ])('tells what is wrong with %s', async (query, detail) => {
    const response = await get(`/embed/related?id=${target}&${query}`);
    expect([response.status, await response.json()]).toEqual([400, { type: 'about:blank', status: 400, detail }]);
  });

  it('writes what it is given as text', async () => {
    const html = await (
      await get(`/embed/related?id=${target}&heading=${encodeURIComponent('<img src=x onerror=alert(1)>"')}`)
    ).text();
    expect(html).not.toContain('<img');
  });
});

describe('GET /oembed', () => {
  const oembed = (url: string, more = '') => get(`/oembed?url=${encodeURIComponent(url)}${more}`);
  const known = 'https://respect.international/guide-of-promising-practices/';
  const id = 'publication/guide-of-promising-practices-2021';

  it('gives a frame for an address of the catalogue, or of ours', async () => {
    const response = await oembed(known, '&maxwidth=400&format=json&dnt=1');
    const answer = (await response.json()) as Record<string, unknown>;
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 400, height: expect.any(Number) });
    expect(answer.html).toMatch(
      /^<iframe src="https:\/\/catalogue\.example\/embed\/related\?id=publication%2Fguide-of-promising-practices-2021&amp;first=6" title="[^"]+" width="400" height="\d+" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-top-navigation-by-user-activation"/,
    );
  });

  it.each([[`/${id}`], [`/embed/related?id=${id}`], [`/embed/related?url=${encodeURIComponent(known)}`]])(
    'knows our own address %s',
    async (path) => {
      const { html } = (await (await oembed(product.publicUrl + path)).json()) as { html: string };
      expect(html).toContain('guide-of-promising-practices-2021');
    },
  );

  it.each([
    ['an address that is not known', '?url=https%3A%2F%2Fexample.org%2Fnowhere', 404],
    ['XML', `?url=${encodeURIComponent(known)}&format=xml`, 501],
    ['no address', '', 400],
    ['what is no address', '?url=%25', 400],
    ['a width that is none', `?url=${encodeURIComponent(known)}&maxwidth=wide`, 400],
  ])('refuses %s', async (_, query, status) => {
    const response = await get(`/oembed${query}`);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, '*']);
  });
});

inBrowser('the pages for partners', (browser) => {
  it('make the snippet that shows what the preview shows', async () => {
    const { page, requests, wrong, context } = await open(browser(), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(`${product.url}/widget`);
    await told(page);
    await page.getByLabel('Related to').fill(target);
    await page.getByLabel('Layout').selectOption('cards');
    await page.getByLabel('How many').fill('2');
    await page.getByLabel('Language').selectOption('de');
    await until(page, `document.querySelector('related-resources').data?.items.length === 2`);
    await page.getByRole('heading', { name: 'Verwandte Veröffentlichungen' }).waitFor();
    await page.getByRole('button', { name: /Copy.*Script and tag/ }).click();
    const snippet = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(snippet)
      .toBe(`<script async src="${product.publicUrl}/widget/related-resources.js" referrerpolicy="no-referrer"></script>
<related-resources to="${target}" first="2" language="de" layout="cards"></related-resources>`);
    const titles = await titlesIn(page);
    const frame = await page.locator('#frame').innerText();
    const plain = await page.locator('#plain').innerText();
    expect(requests().every((address) => address.startsWith(`${product.url}/`))).toBe(true);
    expect(wrong).toEqual([]);
    await page.getByLabel(/held to its hash/).check();
    expect(await page.locator('#script').innerText()).toMatch(
      /\/widget\/0\.\d.*integrity="sha384-.*crossorigin="anonymous" referrerpolicy="no-referrer"/,
    );
    await page.getByLabel('Related to').fill('publication/nowhere');
    await page.getByRole('status').filter({ hasText: 'is not in the catalogue' }).waitFor();

    for (const [name, pasted] of Object.entries({ snippet, plain })) {
      const partner = await open(browser());
      await partner.page.goto(site.put(`/${name}`, pageWith(pasted.replaceAll(product.publicUrl, product.url))));
      const links = partner.page.getByRole('main').getByRole('link');
      await links.first().waitFor();
      expect((await links.allInnerTexts()).slice(0, 2)).toEqual(titles);
      await partner.context.close();
    }
    await page.goto(site.put('/frame', pageWith(frame.replaceAll(product.publicUrl, product.url))));
    const framed = page.frameLocator('iframe').getByRole('link');
    expect((await framed.allInnerTexts()).slice(0, 2)).toEqual(titles);
    expect(await page.frames()[1]!.evaluate(`getComputedStyle(document.querySelector('ul')).display`)).toBe('grid');
    const address = (await framed.first().getAttribute('href'))!;
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: 'Arrived.' }));
    await framed.first().click();
    await page.getByText('Arrived.').waitFor(); // in the whole window
    expect(page.url()).toBe(address);
    await context.close();
  });

  it('tell every parameter of the request that the widget makes', async () => {
    const text = await (await get('/widget/privacy')).text();
    for (const name of ['id, url or doi', 'first', 'language', 'theme, country, publisher'])
      expect(text).toContain(`<th scope="row">${name}</th>`);
  });

  it.each(['/widget', '/widget/privacy'])('allow %s nothing from elsewhere and no script in the page', async (path) => {
    const response = await get(path);
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|\sstyle="/);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|http|\*/);
  });
});

inBrowser('axe finds no fault', (browser) => {
  const all = ['list', 'cards', 'compact']
    .map(
      (layout) =>
        `<related-resources to="${target}" first="3" layout="${layout}" heading="${layout}"></related-resources>`,
    )
    .join('');
  const dark =
    '<style>@media (prefers-color-scheme: dark) { html { color-scheme: dark; background: #14181d; color: #e6e9ee } }</style>';

  it.each(Object.entries(looks))('with the widget %s, left to right and right to left', async (_, options) => {
    const { page, context } = await open(browser(), options);
    for (const [lang, dir] of [
      ['en', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      await page.goto(site.put('/axe', pageWith(all, { head: dark + script, lang, dir })));
      await told(page, 3);
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await inside(page, `getComputedStyle(root.querySelector('section')).direction`)).toBe(dir);
    }
    await context.close();
  });

  it.each(Object.entries(looks))('with the pages %s', async (_, options) => {
    const { page, context } = await open(browser(), options);
    for (const path of [
      '/widget',
      '/widget/privacy',
      `/embed/related?id=${target}`,
      `/embed/related?id=${target}&language=ar&layout=cards`,
    ]) {
      await page.goto(product.url + path);
      if (path === '/widget') await told(page);
      expect([path, await faultsOf(page)]).toEqual([path, []]);
      expect([path, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([path, true]);
    }
    await context.close();
  });
});

inBrowser('nothing moves when the list comes', (browser) => {
  it.each([
    ['list', 900, 'first="6"'],
    ['cards', 900, 'first="6"'],
    ['compact', 900, 'first="6"'],
    ['list', 320, 'first="3"'],
    ['cards', 320, 'first="2"'],
    ['list', 900, 'first="30"'],
    ['list', 900, 'first="4" lang="sr-Cyrl"'],
  ])('as %s, %i pixels wide, with %s', async (layout, width, attributes) => {
    const slow = await startSite((request, response) => {
      void get(request.url!).then(async (answer) => {
        await new Promise((later) => setTimeout(later, 400)); // so that the page is painted before
        response.setHeader('access-control-allow-origin', '*').end(await answer.text());
      });
    });
    const { page, context } = await open(browser(), { viewport: { width, height: 1_400 } });
    await page.addInitScript(`window.moved = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { moved += value; }))
        .observe({ type: 'layout-shift', buffered: true });`);
    const tag = `<related-resources to="${target}" layout="${layout}" server="${slow.url}" ${attributes}></related-resources>`;
    await page.goto(
      site.put(
        '/moves',
        pageWith(`<p>Before</p>${tag}<p>After</p><p>${'More text. '.repeat(400)}</p>`, { head: script }),
      ),
    );
    await told(page);
    await page.waitForTimeout(300);
    expect((await titlesIn(page)).length).toBeGreaterThan(1);
    expect(await page.evaluate('moved')).toBe(0);
    await page.evaluate(`document.querySelector('related-resources').style.marginTop = '200px'`);
    await until(page, 'moved > 0'); // what moves is noticed here
    await context.close();
    await slow.end();
  });
});
