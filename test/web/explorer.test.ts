import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { open, startProduct, target } from './partner.ts';

let product: Awaited<ReturnType<typeof startProduct>>;
beforeAll(async () => {
  product = await startProduct();
}, 120_000);
afterAll(() => product?.end());

const pages = [
  '/',
  '/search?q=residence+permit',
  '/search?country=country%2FRS',
  `/${target}`,
  '/instrument/palermo-protocol',
  '/timeline',
  '/matrix',
  '/coverage',
  '/path?from=organisation%2Fastra&to=instrument%2Fpalermo-protocol',
  '/graph?id=project%2Frest',
];

describe('the first view', () => {
  it.each(['/', '/search?q=residence', `/${target}`])('of %s takes at most 100 kB of script, packed', async (path) => {
    const html = await (await fetch(product.url + path, { headers: { accept: 'text/html' } })).text();
    const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map((match) => match[1]!);
    expect(scripts).toHaveLength(1);
    let size = 0;
    const load = async (script: string): Promise<void> => {
      const response = await fetch(product.url + script, { headers: { 'accept-encoding': 'gzip' } });
      const text = await response.text();
      size += Number(response.headers.get('content-length'));
      for (const [, part] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) await load(`/assets/${part}`);
    };
    await load(scripts[0]!);
    expect(size).toBeGreaterThan(500);
    expect(size).toBeLessThan(100_000);
  });
});

inBrowser('the explorer', (browser) => {
  const show = async (path: string, options = {}) => {
    const opened = await open(browser(), options);
    const elsewhere: string[] = [];
    // Other sites are not reached: what is asked of them is noted, and a blank page comes.
    await opened.page.route(
      (url) => url.origin !== product.url && url.protocol.startsWith('http'),
      (route) => {
        elsewhere.push(route.request().url());
        return route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' });
      },
    );
    await opened.page.goto(product.url + path, { waitUntil: 'load' });
    return { ...opened, elsewhere };
  };
  const active = (page: Page) =>
    page.evaluate(`document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent`);

  it.each(pages)('shows %s without anything from elsewhere, without a fault, keeping nothing', async (path) => {
    const { page, context, elsewhere, wrong } = await show(path);
    await page.waitForTimeout(300);
    expect([elsewhere, wrong]).toEqual([[], []]);
    const kept = `(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])()`; // prettier-ignore
    expect(await page.evaluate(kept)).toEqual(['', 0, 0, 0]);
    await context.close();
  });

  it('suggests while one writes, by keys alone, and sends what is written in no address', async () => {
    const { page, context, requests } = await show('/');
    const box = page.getByRole('combobox');
    await box.focus();
    await page.keyboard.type('astra');
    await page.getByRole('option').first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toMatch(/^ASTRA/);
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    expect(await box.inputValue()).toBe('astra');
    await page.keyboard.type(' ');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toBeUndefined();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/organisation/astra');
    expect(requests().filter((address) => address.includes('astra') && !address.endsWith('/organisation/astra'))).toEqual([]); // prettier-ignore
    await context.close();
  });

  it('searches for what is written where no suggestion was chosen', async () => {
    const { page, context } = await show('/');
    await page.getByRole('combobox').fill('residence permit');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=residence+permit');
    expect(await page.locator('.card').count()).toBeGreaterThan(3);
    await context.close();
  });

  it('works without script: search, narrow, open a page, leave', async () => {
    const { page, context } = await show('/', { javaScriptEnabled: false });
    await page.locator('#q').fill('residence permit');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search?q=residence+permit');
    await page.locator('.facets').getByRole('link', { name: 'Serbia' }).click();
    await page.waitForURL('**&country=country%2FRS');
    await page.locator('.card h3 a').first().click();
    await page.locator('ol.related details').first().locator('summary').first().click();
    expect(await page.locator('ol.related .reasons').first().isVisible()).toBe(true);
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.getByRole('link', { name: 'Leave this site' }).click();
    await page.waitForURL('https://www.wikipedia.org/');
    await context.close();
  });

  it.each([
    ['a click', (page: Page) => page.getByRole('link', { name: 'Leave this site' }).click()],
    ['three times Shift', async (page: Page) => { for (let i = 0; i < 3; i++) await page.keyboard.press('Shift'); }], // prettier-ignore
  ])('is left by %s, and its place in the history is taken', async (_, leave) => {
    const { page, context } = await show('/search?q=asylum');
    const referrers: (string | undefined)[] = [];
    page.on('request', (request) => referrers.push(request.headers().referer));
    const before = await page.evaluate('history.length');
    await leave(page);
    await page.waitForURL('https://www.wikipedia.org/');
    expect(await page.evaluate('history.length')).toBe(before);
    expect(referrers).toEqual([undefined]);
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain('asylum');
    await context.close();
  });

  it('is not left by Esc, by two presses of Shift, or by capital letters', async () => {
    const { page, context, elsewhere } = await show('/search?q=asylum');
    await page.locator('#q').focus();
    for (const key of [
      'Escape',
      'Escape',
      'Escape',
      'Shift',
      'Shift',
      'Shift+A',
      'Shift+B',
      'Shift+C',
      'Shift',
      'Shift',
      'Escape',
    ])
      // prettier-ignore
      await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect([page.url(), elsewhere]).toEqual([`${product.url}/search?q=asylum`, []]);
    await context.close();
  });

  it.each(pages)(
    'lets nothing of %s be wider than 320 px, nor be hidden below the head when one comes to it',
    async (path) => {
      // prettier-ignore
      const { page, context } = await show(path, { viewport: { width: 320, height: 480 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      const head = await page.evaluate<number>(`document.querySelector('header').getBoundingClientRect().height`);
      expect(head).toBeLessThan(100);
      for (let press = 0; press < 30; press++) {
        await page.keyboard.press('Tab');
        const hidden = await page.evaluate(`(() => {
        const element = document.activeElement;
        if (element.closest('header') || element.matches('body, .skip')) return false;
        const { top, bottom } = element.getBoundingClientRect();
        return bottom <= ${head} || top >= innerHeight;
      })()`);
        expect(hidden).toBe(false);
      }
      await context.close();
    },
  );

  it('copies how a work is cited', async () => {
    const { page, context } = await show(`/${target}`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      (await page.locator('#citation').innerText()).trim(),
    );
    await context.close();
  });

  it.each([
    '/timeline',
    '/matrix',
    '/coverage',
    '/path?from=organisation%2Fastra&to=instrument%2Fpalermo-protocol',
    '/graph?id=project%2Frest',
  ])(
    // prettier-ignore
    'saves the picture of %s as SVG and PNG, its table as CSV',
    async (path) => {
      const { page, context } = await show(path);
      await page.getByRole('button', { name: 'Save: PNG' }).waitFor();
      const file = async (name: string, role: 'link' | 'button' = 'button') => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole(role, { name }).click()]);
        return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
      };
      const svg = await file('Save: SVG');
      expect(svg.name).toMatch(/\.svg$/);
      expect(svg.bytes.toString()).toMatch(/^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg.bytes.toString()).not.toContain('light-dark');
      const png = await file('Save: PNG');
      expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(png.bytes.length).toBeGreaterThan(3_000);
      expect((await file('Save: CSV', 'link')).bytes.toString().split('\n').length).toBeGreaterThan(2);
      await context.close();
    },
  );

  it('saves the heat map as it stands there: every cell in its shade, every name and number', async () => {
    const { page, context } = await show('/matrix', { viewport: { width: 320, height: 640 } });
    await page.locator('.scroll').evaluate((box: { scrollLeft: number }) => (box.scrollLeft = 300));
    const save = page.getByRole('button', { name: 'Save: SVG' });
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('matrix.svg');
    const { document } = parseHTML(readFileSync(await download.path(), 'utf8'));
    const cells = await page.locator('#matrix th, #matrix td').evaluateAll((all) =>
      all.map((cell) => (globalThis as unknown as { getComputedStyle(of: unknown): { backgroundColor: string } }).getComputedStyle(cell).backgroundColor),
    ); // prettier-ignore
    expect([...document.querySelectorAll('rect[stroke]')].map((rect) => rect.getAttribute('fill'))).toEqual(cells);
    const words = (text: string) => text.split(/\s+/).filter(Boolean).sort();
    const told = [...document.querySelectorAll('text')].map((text) => text.textContent).join(' ');
    expect(words(told)).toEqual(words((await page.locator('#matrix tr').allTextContents()).join(' ')));
    // What had been scrolled is where it would be, and is where it was.
    const lefts = [...document.querySelectorAll('rect[stroke]')].map((rect) => Number(rect.getAttribute('x')));
    expect(Math.round(Math.min(...lefts) / 10)).toBe(0);
    expect(lefts[await page.locator('#matrix thead tr > *').count()]).toBe(Math.min(...lefts));
    expect(await page.locator('.scroll').evaluate((box: { scrollLeft: number }) => box.scrollLeft)).toBe(300);
    await context.close();
  });

  it('draws the graph that its table tells, moves it by keys, and lays it out in a worker', async () => {
    const { page, context, wrong } = await show('/graph?id=project%2Frest');
    await page.locator('#graph canvas').first().waitFor();
    expect(page.workers().length).toBeLessThanOrEqual(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save: SVG' }).click(),
    ]);
    const svg = readFileSync(await download.path(), 'utf8');
    expect(svg.match(/<circle/g)).toHaveLength(await page.locator('tbody tr').count());
    const told = Number(/Links: (\d+)/.exec(await page.locator('main').innerText())![1]);
    expect(svg.match(/<line/g)).toHaveLength(told);
    await page.locator('#graph').focus();
    const saved = async () => {
      const [again] = await Promise.all([
        page.waitForEvent('download'),
        page.evaluate(`document.querySelector('[data-saves=graph][data-form=svg]').click()`),
      ]);
      return Number(/<circle cx="(-?[\d.]+)"/.exec(readFileSync(await again.path(), 'utf8'))![1]);
    };
    await page.waitForTimeout(2_000); // until it is laid out
    const before = await saved();
    await page.keyboard.press('ArrowRight');
    expect(await saved()).toBeLessThan(before);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('writes nothing of a question anywhere', async () => {
    const { page, context } = await show('/search?q=zzquaternionzz');
    await page.locator('#q').fill('zzquaternionzz more');
    await page.waitForTimeout(500);
    expect(product.output()).not.toContain('zzquaternionzz');
    await context.close();
  });
});
