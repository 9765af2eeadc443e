import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createKeyFor } from '../../src/keys/manage-keys.ts';
import { newKeysFile } from '../make-keys.ts';
import { open, startProduct } from './partner.ts';

/** The product with a curator's key, one that has ended, and the desk in a browser. */
export async function startDesk() {
  const file = newKeysFile();
  const { key } = await createKeyFor(file, 'Cora', 'curator');
  const { key: ended } = await createKeyFor(file, 'Ernst', 'curator', '2024-01-02');
  const product = await startProduct({ API_KEYS_FILE: file });
  return {
    ...product,
    file,
    key,
    ended,
    /** Asks the API in the name of Cora. */
    async ask<Data>(query: string, variables: object = {}): Promise<Data> {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body });
      const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
    /** Opens the desk and types the key in. */
    async sitDown(browser: Browser, options: BrowserContextOptions = {}) {
      const opened = await open(browser, { viewport: { width: 1280, height: 800 }, ...options });
      await opened.page.goto(`${product.url}/desk`);
      await opened.page.getByLabel('Key', { exact: true }).fill(key);
      await opened.page.keyboard.press('Enter');
      await opened.page.locator('.desk-bar').waitFor();
      return opened;
    },
  };
}

/** Two publications that may be one, by their DOI; they go in with the question whether they are. */
export const twins = (name: string) =>
  ['one', 'two'].map((which) => ({
    kind: 'publication',
    id: `publication/${name}-${which}`,
    title: `Shelter standards ${name}, ${which === 'one' ? 'a handbook' : 'handbook for staff'}`,
    language: 'en',
    doi: `10.1000/${name}`,
    themes: which === 'one' ? ['theme/residence-permit'] : ['theme/residence-permit', 'theme/durable-solutions'],
    source: { url: `https://example.org/${name}/${which}`, verified: false },
  }));

/** A page on residence permits in Serbia; `words` stand at its end. */
export const pageOn = (title: string, words = '') => `<!doctype html><html lang="en"><head><title>${title}</title>
  <meta name="citation_title" content="${title}"><meta name="citation_publication_date" content="2021/03/04"></head>
  <body><article><h1>${title}</h1><p>ASTRA writes on the residence permit of trafficked persons in Serbia, and on what
  the Palermo Protocol means for them.</p><p>Write to jana@astra.example. ${words}</p></article></body></html>`;

/** Gives a page to be read, and waits until it is shown. */
export async function give(page: Page, html: string, url: string): Promise<void> {
  await page.getByRole('button', { name: 'Read a page' }).click();
  await page.getByLabel('Address of the page').fill(url);
  await page.getByLabel('Its text or HTML').fill(html);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page
    .getByRole('status')
    .getByText(/^Read: /)
    .waitFor();
  await page.locator('.words').waitFor();
}
