import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { faultsOf, looks } from './axe.ts';
import { give, pageOn, startDesk, twins } from './curator.ts';

let desk: Awaited<ReturnType<typeof startDesk>>;
beforeAll(async () => {
  desk = await startDesk();
  const records = twins('accessible');
  await desk.ask('mutation ($records: [JSON!]!) { importRecords(records: $records, review: true) { proposed } }', { records }); // prettier-ignore
  const page = 'mutation ($html: String!, $url: String!) { ingestPage(html: $html, url: $url, ask: true) { id } }';
  await desk.ask(page, { html: pageOn('Permits that wait'), url: 'https://example.org/waits' });
}, 120_000);
afterAll(() => desk?.end());

const desks = { ...looks, 'from right to left': {} };

/** Everything the desk shows, one after another. */
const steps: Record<string, (page: Page) => Promise<unknown>> = {
  'a page that waits': async (page) => {
    await page.locator('.lines').getByRole('button', { name: 'Permits that wait' }).click();
    await page.locator('.passages').waitFor();
  },
  'two side by side': async (page) => {
    await page.locator('.lines').getByRole('button', { name: 'Shelter standards' }).click();
    await page.locator('table.pair').waitFor();
  },
  'a page that was read': async (page) => {
    await give(page, pageOn('Permits to look at, أبحاث عن الإقامة'), 'https://example.org/looked-at');
    await page.getByRole('button', { name: 'Show in the page: Serbia' }).click();
    await page.getByLabel('Take it for').selectOption('another edition of …');
  },
  'the keys': async (page) => {
    await page.getByRole('button', { name: /^Keys/ }).click();
    await page.getByRole('dialog').waitFor();
  },
  'what can be compared': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Compare two' }).click();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByText('Name two.').waitFor();
    await page.getByLabel('First', { exact: true }).fill('astra');
    await page.locator('[role=option]').first().waitFor();
  },
  'the way back in': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await page.locator('#key-problem:not(:empty)').waitFor();
  },
};

inBrowser('the desk, for axe', (browser) => {
  it.each(Object.entries(desks))('has no fault by WCAG 2.2 AA %s', { timeout: 180_000 }, async (look, options) => {
    const { page, context } = await desk.sitDown(browser(), options);
    if (look === 'from right to left') await page.evaluate(`document.documentElement.dir = 'rtl'`);
    const faults: string[] = [];
    for (const [name, step] of Object.entries(steps)) {
      await step(page);
      await page.evaluate('scrollTo(0, 0)'); // what has been scrolled half below the head is no small target
      for (const fault of await faultsOf(page)) faults.push(`${name}: ${fault}`);
      const [wide, most] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
      if (wide > most) faults.push(`${name} is ${wide} px wide`);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('hides nothing that one comes to below its head, and lets all be done by keys', async () => {
    const { page, context } = await desk.sitDown(browser(), { viewport: { width: 320, height: 640 } });
    await steps['a page that waits']!(page);
    await page.keyboard.press('?');
    await page.keyboard.press('Escape');
    const reached = new Set<string>();
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      const [name, hidden] = await page.evaluate<[string, boolean]>(`(() => {
        const element = document.activeElement;
        const { top, bottom, height } = element.getBoundingClientRect();
        const head = document.querySelector('header').getBoundingClientRect().bottom;
        const isFixed = element.closest('header, .notices') || element.matches('body, .skip');
        return [element.textContent.trim(), !isFixed && height > 0 && (bottom <= head || top >= innerHeight)];
      })()`);
      expect([name, hidden]).toEqual([name, false]);
      reached.add(name);
    }
    for (const name of ['Serbia', 'Country']) expect([...reached]).toContain(name);
    await context.close();
  });
});
