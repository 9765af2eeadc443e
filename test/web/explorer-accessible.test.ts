import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { faultsOf, looks } from './axe.ts';
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

inBrowser('the explorer, for axe', (browser) => {
  it.each(Object.keys(looks))('has no fault by WCAG 2.2 AA %s', { timeout: 180_000 }, async (look) => {
    const { page, context } = await open(browser(), looks[look]);
    const faults: string[] = [];
    for (const path of pages) {
      await page.goto(product.url + path);
      await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
      for (const fault of await faultsOf(page)) faults.push(`${path}: ${fault}`);
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
    expect(await faultsOf(page, {})).toEqual([]);
    await context.close();
  });
});
