import { build } from 'esbuild';
import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonLanguage } from '../../src/api/reason-text.ts';
import { wordsLanguages } from '../../src/shown/words.ts';
import { inBrowser } from '../browser.ts';
import { compiled } from '../product.ts';
import { inside, open, pageWith, startProduct, startSite, target, titlesIn, told, until } from './partner.ts';

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

interface Answer {
  target: { id: string };
  items: { id: string; title: string; url: string | null; why: string }[];
}
const ask = async (query: string) => (await (await fetch(`${product.url}/related?${query}`)).json()) as Answer;

describe('the file of the widget', () => {
  it('has at most 6 kB, packed', () => {
    expect(statSync(compiled('src/web/widget/related-resources.js.gz')).size).toBeLessThanOrEqual(6_000);
  });

  it('has words in the languages that the server tells reasons in', () => {
    expect(wordsLanguages.map((language) => reasonLanguage(language))).toEqual(wordsLanguages);
  });
});

inBrowser('the widget', (browser) => {
  async function show(body: string, about: Parameters<typeof pageWith>[1] = {}, options = {}) {
    const opened = await open(browser(), options);
    await opened.page.goto(site.put('/page', pageWith(body, { head: script, ...about })));
    return opened;
  }

  it('shows what the server answers, as real links with their reasons', async () => {
    const { items } = await ask(`id=${target}&first=6&language=en`);
    const { page, wrong, context } = await show(`<related-resources to="${target}"></related-resources>`);
    const [what, detail] = (await told<Answer>(page))[0]!;
    expect([what, detail.items.map(({ title }) => title)]).toEqual(['loaded', items.map(({ title }) => title)]);
    expect(await titlesIn(page)).toEqual(items.map(({ title }) => title));
    const links = page.locator('related-resources [part="link"]');
    expect(await inside(page, `[...root.querySelectorAll('[part=link]')].map(({ href }) => href)`)).toEqual(
      items.map(({ id, url }) => new URL(url ?? `${product.url}/${id}`).href),
    );
    expect(await links.first().getAttribute('rel')).toBe('noopener noreferrer');
    expect(await links.first().getAttribute('hreflang')).toBe('en');
    expect(await page.locator('[part="reason"]').allInnerTexts()).toEqual(items.map(({ why }) => why));
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe('Related resources');
    expect(await page.evaluate(`document.querySelector('related-resources').data.target.id`)).toBe(target);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('takes an id, an address or a DOI, and else what the page says it is', async () => {
    const related = (name: string, value: string) => new URLSearchParams([[name, value]]).toString();
    const asked = async (tag: string, head = '') => {
      const { page, requests, context } = await show(tag, { head: head + script });
      await told(page);
      const address = requests().find((request) => request.includes('/related?'))!;
      await context.close();
      return new URL(address).search.slice(1);
    };
    const tag = (to: string) => `<related-resources first="1" to="${to}"></related-resources>`;
    const rest = '&first=1&language=en';
    expect(await asked(tag('country/RS'))).toBe(related('id', 'country/RS') + rest);
    expect(await asked(tag('doi:10.1000/182'))).toBe(related('doi', '10.1000/182') + rest);
    expect(await asked(tag('https://doi.org/10.1000/182'))).toBe(related('doi', '10.1000/182') + rest);
    expect(await asked(tag('https://example.org/a?b=c#d'))).toBe(related('url', 'https://example.org/a?b=c') + rest);
    const none = '<related-resources first="1"></related-resources>';
    const canonical = '<link rel="canonical" href="/the-page">';
    const doi = '<meta name="citation_doi" content="10.1000/182">';
    expect(await asked(none, canonical + doi)).toBe(related('url', `${site.url}/the-page`) + rest);
    expect(await asked(none, doi)).toBe(related('doi', '10.1000/182') + rest);
    expect(await asked(none)).toBe(related('url', `${site.url}/page`) + rest);
  });

  it('speaks the language of the place it stands in, and lets only what is wanted through', async () => {
    const tag = `<div lang="de"><related-resources to="${target}" country="RS" first="2"></related-resources></div>`;
    const { page, requests, context } = await show(tag);
    await told(page);
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe('Verwandte Veröffentlichungen');
    expect(await titlesIn(page)).toEqual(
      (await ask(`id=${target}&first=2&language=de&country=country/RS`)).items.map(({ title }) => title),
    );
    expect(requests().at(-1)).toContain('&language=de&country=country%2FRS');
    await context.close();
  });

  it('follows its attributes and properties; looks alone are not asked for anew', async () => {
    const { page, requests, context } = await show(`<related-resources to="${target}" first="2"></related-resources>`);
    await told(page);
    const before = requests().length;
    await page.evaluate(`Object.assign(document.querySelector('related-resources'),
      { heading: 'Weiterlesen', headingLevel: 3, layout: 'cards', reasons: false })`);
    await page.getByRole('heading', { level: 3, name: 'Weiterlesen' }).waitFor();
    expect(await page.locator('[part="reason"]').count()).toBe(0);
    expect(await page.locator('section.cards').count()).toBe(1);
    expect(requests()).toHaveLength(before);
    await page.evaluate(`document.querySelector('related-resources').first = 3`);
    await told(page, 2);
    expect(await titlesIn(page)).toHaveLength(3);
    expect(await page.evaluate(`document.querySelector('related-resources').getAttribute('first')`)).toBe('3');
    await context.close();
  });

  it('says nothing where there is nothing, and leaves what stands in it', async () => {
    const own = '<p>Our own list.</p>';
    const { page, context } = await show(
      `<related-resources to="${target}" country="country/TV"></related-resources>
       <related-resources>${own}</related-resources>
       <related-resources to="publication/nowhere">${own}</related-resources>`,
    );
    const events = (await told(page, 3)).map(([what, detail]) => [what, detail.status ?? null]);
    expect(events.sort()).toEqual([
      ['empty', null],
      ['empty', 404],
      ['error', 404],
    ]);
    const heights = await page.evaluate<number[]>(
      `[...document.querySelectorAll('related-resources')].map(({ offsetHeight }) => offsetHeight)`,
    );
    const text = await page.evaluate<number>(`document.querySelector('related-resources p').offsetHeight`);
    expect(heights[0]).toBe(0);
    for (const height of heights.slice(1)) expect(height).toBeLessThan(text + 40);
    for (const one of await page.getByText('Our own list.').all()) expect(await one.isVisible()).toBe(true);
    expect(await page.getByRole('heading').allInnerTexts()).toEqual(['A page']);
    await context.close();
  });

  it.each([
    [404, '', 'empty'],
    [410, '', 'empty'],
    [410, 'to="publication/gone"', 'error'],
    [503, '', 'error'],
  ])('takes the answer %i to a tag with %j for %s', async (status, to, expected) => {
    const server = await startSite((_, response) => {
      response.writeHead(status, { 'access-control-allow-origin': '*' }).end('{"detail":"Why."}');
    });
    const { page, context } = await show(`<related-resources ${to} server="${server.url}"></related-resources>`);
    expect(await told(page)).toEqual([[expected, { status, message: 'Why.' }]]);
    expect(await page.evaluate(`document.querySelector('related-resources').offsetHeight`)).toBe(0);
    await context.close();
    await server.end();
  });

  it('waits until it is nearly seen, and then asks once', async () => {
    const { page, requests, context } = await show(
      `<div style="height: 5000px"></div><related-resources to="${target}"></related-resources>`,
    );
    await until(page, `Boolean(customElements.get('related-resources'))`);
    await page.waitForTimeout(300);
    expect(requests().filter((address) => address.includes('/related?'))).toEqual([]);
    await page.evaluate('scrollTo(0, 4000)');
    await told(page);
    await page.evaluate('scrollTo(0, 0)');
    await page.waitForTimeout(200);
    await page.evaluate('scrollTo(0, 5000)');
    await page.waitForTimeout(300);
    expect(requests().filter((address) => address.includes('/related?'))).toHaveLength(1);
    await context.close();
  });

  it('works as a module too, and with a server that is named', async () => {
    const module = `<script type="module" src="${product.url}/widget/related-resources.js"></script>`;
    const { page, context } = await show(`<related-resources to="${target}"></related-resources>`, { head: module });
    expect((await told(page))[0]![0]).toBe('loaded');
    await context.close();
    const copy = site.put('/copy.js', await (await fetch(`${product.url}/widget/related-resources.js`)).text(), {
      'content-type': 'text/javascript',
    });
    const own = await show(`<related-resources to="${target}" server="${product.url}/"></related-resources>`, {
      head: `<script src="${copy}"></script>`,
    });
    expect((await told(own.page))[0]![0]).toBe('loaded');
    await own.context.close();
  });

  it('can be coloured from outside, by properties and by parts', async () => {
    const head = `${script}<style>related-resources { --related-link: rgb(1, 2, 3) }
      related-resources::part(heading) { font-size: 40px }</style>`;
    const { page, context } = await show(`<related-resources to="${target}"></related-resources>`, { head });
    await told(page);
    const styleOf = (part: string, name: string) =>
      inside(page, `getComputedStyle(root.querySelector('[part=${part}]')).${name}`);
    expect(await styleOf('link', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf('heading', 'fontSize')).toBe('40px');
    await context.close();
  });

  it('is styled in browsers that know no sheets made by script', async () => {
    const head = `<script>delete window.CSSStyleSheet</script>${script}`;
    const { page, context } = await show(`<related-resources to="${target}"></related-resources>`, { head });
    await told(page);
    expect(await inside(page, `getComputedStyle(root.querySelector('ul')).display`)).toBe('grid');
    await context.close();
  });

  it.each([
    ['React', './test/web/frameworks/react.tsx'],
    ['Vue', './test/web/frameworks/vue.ts'],
  ])('works in %s', async (_, entry) => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      jsx: 'automatic',
      format: 'iife',
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
    });
    const app = site.put('/app.js', outputFiles[0]!.text, { 'content-type': 'text/javascript' });
    const { page, wrong, context } = await show(
      `<div id="app" data-to="${target}"></div><script src="${app}"></script>`,
    );
    await page.getByText('2 items, Title heard').waitFor();
    expect(await page.locator('section.cards').count()).toBe(1);
    await page.getByRole('button', { name: 'One more' }).click();
    await page.getByText('3 items').waitFor();
    expect(await titlesIn(page)).toHaveLength(3);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('shows the last answer when the server is down, however old', async () => {
    let down = false;
    const { items } = await ask(`id=${target}&first=2`);
    const server = await startSite((request, response) => {
      if (down) return void request.socket.destroy();
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('cache-control', 'public, max-age=0').end(JSON.stringify({ items }));
    });
    const tag = `<related-resources to="${target}" server="${server.url}"></related-resources>`;
    const { page, context } = await show(tag);
    expect((await told(page))[0]![0]).toBe('loaded');
    down = true;
    await page.goto(`${site.url}/page`);
    expect((await told(page))[0]![0]).toBe('loaded');
    expect(await titlesIn(page)).toHaveLength(2);
    await context.close();
    await server.end();
  });
});
