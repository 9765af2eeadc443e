import axe from 'axe-core';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  '/search?q=quaternion',
  '/search?country=country%2FRS&since=2015&until=2020',
  `/${target}`,
  '/instrument/palermo-protocol',
  '/timeline',
  '/matrix',
  '/coverage',
  '/path?from=organisation%2Fastra&to=instrument%2Fpalermo-protocol',
  '/path?from=trafficking&to=',
  '/graph',
  '/graph?id=project%2Frest',
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks: Record<string, BrowserContextOptions> = {
  'by day': { colorScheme: 'light' },
  'by night': { colorScheme: 'dark' },
  'at 320 px': { viewport: { width: 320, height: 640 } },
  'at 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  'in forced colours': { forcedColors: 'active' },
  'with less motion': { reducedMotion: 'reduce' },
};

inBrowser('the explorer, for axe', (browser) => {
  it.each(Object.keys(looks))('has no fault by WCAG 2.2 AA %s', { timeout: 180_000 }, async (look) => {
    const { page, context } = await open(browser(), looks[look]);
    const faults: string[] = [];
    for (const path of pages) {
      await page.goto(product.url + path);
      await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
      await page.evaluate(axe.source);
      const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`,
      );
      for (const { id, nodes } of found)
        faults.push(
          `${path}: ${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html)
            .join(' ')}`,
        );
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('has no fault while it suggests', async () => {
    const { page, context } = await open(browser());
    await page.goto(product.url);
    await page.getByRole('combobox').fill('traffick');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.evaluate(axe.source);
    const found = await page.evaluate<{ id: string }[]>(`axe.run().then(({ violations }) => violations)`);
    expect(found.map(({ id }) => id)).toEqual([]);
    await context.close();
  });
});
