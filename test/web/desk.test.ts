import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { revokeKeys, createKeyFor } from '../../src/keys/manage-keys.ts';
import { inBrowser } from '../browser.ts';
import { pdfOf } from '../reading/pdf.ts';
import { give, pageOn, startDesk, twins } from './curator.ts';
import { open } from './partner.ts';

let desk: Awaited<ReturnType<typeof startDesk>>;
beforeAll(async () => {
  desk = await startDesk();
}, 120_000);
afterAll(() => desk?.end());

const importRecords = (records: object[]) =>
  desk.ask('mutation ($records: [JSON!]!) { importRecords(records: $records, review: true) { proposed } }', {
    records,
  });
const reviews = async (status: string) => {
  const query = `{ reviews(status: ${status}, first: 100) { nodes { kind title fromId intoId } } }`;
  const { reviews } = await desk.ask<{ reviews: { nodes: { title: string | null; fromId: string }[] } }>(query);
  return reviews.nodes.map(({ title, fromId }) => title ?? fromId);
};
const publicationAt = async (url: string) => {
  const query = 'query ($url: String!) { publication(url: $url) { id title countries { id } themes { id } } }';
  const data = await desk.ask<{ publication: { id: string; title: string; countries: object[] } | null }>(query, { url }); // prettier-ignore
  return data.publication;
};
const said = (page: Page) => page.getByRole('status').first();
const openQuestion = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'What waits' }).click();
  await page.locator('.lines').getByRole('button', { name }).click();
  await page.locator('.pane h2').filter({ hasText: name }).waitFor();
};

inBrowser('the curators’ desk', (browser) => {
  it('asks for a key, says what is wrong with one, and keeps it in memory alone', async () => {
    const { page, context, requests } = await open(browser());
    await page.goto(`${desk.url}/desk`);
    const told = async (key: string) => {
      await page.getByLabel('Key', { exact: true }).fill(key);
      await page.keyboard.press('Enter');
      const problem = page.locator('#key-problem:not(:empty)');
      await problem.waitFor();
      return problem.innerText();
    };
    expect(await told('ct_nobody_ABCDEFGHJK')).toBe(
      'This key is not known here. Ask whoever runs this server for one.',
    );
    expect(await told(desk.ended)).toMatch(/^The key of Ernst ended \(2024-01-02/);
    expect(await told('ct_ž')).toMatch(/^A key has letters, digits/);
    expect(await told(' ')).toMatch(/^Type in a key first/);
    expect(await page.locator('.desk-bar').isVisible()).toBe(false);
    await page.getByLabel('Key', { exact: true }).fill(desk.key);
    await page.keyboard.press('Enter');
    await page.locator('.desk-bar').waitFor();
    expect(requests().filter((address) => address.includes('ct_'))).toEqual([]);
    expect(await page.content()).not.toContain(desk.key);
    const kept = `(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])()`; // prettier-ignore
    expect(await page.evaluate(kept)).toEqual(['', 0, 0, 0]);
    expect(desk.output()).not.toContain(desk.key);
    await page.reload();
    await page.getByLabel('Key', { exact: true }).waitFor();
    expect(await page.locator('.desk-bar').isVisible()).toBe(false);
    await context.close();
  });

  it('loads nothing from elsewhere and breaks no policy; without script it says what does the same', async () => {
    const { page, context, wrong, requests } = await desk.sitDown(browser());
    await give(page, pageOn('A page that breaks nothing'), 'https://example.org/breaks-nothing');
    expect([wrong, requests().filter((address) => !address.startsWith(desk.url))]).toEqual([[], []]);
    const policy = (await fetch(`${desk.url}/desk`)).headers;
    expect(policy.get('content-security-policy')).toMatch(/^default-src 'none'.*script-src 'self'/);
    expect(policy.get('content-security-policy')).not.toMatch(/unsafe|http/);
    expect(policy.get('cache-control')).toBe('no-store');
    await context.close();
    const plain = await open(browser(), { javaScriptEnabled: false });
    await plain.page.goto(`${desk.url}/desk`);
    expect(await plain.page.locator('main').innerText()).toMatch(/needs JavaScript.*review accept ID/s);
    expect(await plain.page.locator('main input').count()).toBe(0);
    await plain.context.close();
  });

  it('shows a page with its evidence marked beside the draft, before anything is written', async () => {
    const { page, context } = await desk.sitDown(browser());
    const url = 'https://example.org/to-look-at';
    await give(page, pageOn('Permits to look at'), url);
    const serbia = page.locator('mark', { hasText: 'Serbia' });
    expect((await serbia.innerText()).replace(/\s+/g, ' ')).toMatch(/^Country ?Serbia$/);
    expect(await page.locator('.words').innerText()).not.toContain('jana@');
    expect(await page.locator('.words').innerText()).toContain('••••');
    await page.getByRole('button', { name: 'Show in the page: Serbia' }).click();
    expect(await serbia.evaluate((mark) => [mark.className, mark === mark.ownerDocument.activeElement])).toEqual(['now', true]); // prettier-ignore
    await serbia.getByRole('button').click();
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/Serbia.*sure to \d+ %/);
    expect([await publicationAt(url), (await reviews('OPEN')).includes('Permits to look at')]).toEqual([null, false]);
    await context.close();
  });

  it('takes a page in by one key, without what was unticked, and takes it back', async () => {
    const { page, context } = await desk.sitDown(browser());
    const url = 'https://example.org/to-accept';
    const { status } = await desk.ask<{ status: { revision: number } }>('{ status { revision } }');
    await give(page, pageOn('Permits to accept'), url);
    await page.getByRole('checkbox', { name: 'Countries: Serbia' }).uncheck();
    await page.keyboard.press('a');
    await said(page).getByText('Accepted: Permits to accept.').waitFor();
    const made = await publicationAt(url);
    expect(made).toMatchObject({ title: 'Permits to accept', countries: [] });
    const { changes } = await desk.ask<{ changes: object }>(
      'query ($since: String!) { changes(since: $since) { nodes { id author } } }',
      { since: String(status.revision) },
    );
    expect(JSON.stringify(changes)).toContain(JSON.stringify({ id: made!.id, author: 'Cora' }));
    await page.keyboard.press('u');
    await said(page).getByText('Taken back: Permits to accept.').waitFor();
    await expect(publicationAt(url)).resolves.toBeNull();
    const frame = await fetch(`${desk.url}/embed/related?id=${made!.id}`); // a frame on somebody's page stays empty
    expect([frame.status, await frame.text()]).toEqual([410, expect.stringContaining('<main></main>')]);
    await context.close();
  });

  it('takes back what a page says of a publication, and leaves what others say of it', async () => {
    const [described] = twins('described');
    const { url } = described!.source;
    await importRecords([{ ...described, url, countries: ['country/AT'] }]);
    const { page, context } = await desk.sitDown(browser());
    await give(page, pageOn(described!.title), url);
    await page.keyboard.press('a');
    await said(page).getByText('Accepted: Shelter standards described').waitFor();
    expect((await publicationAt(url))!.countries).toEqual([{ id: 'country/AT' }, { id: 'country/RS' }]);
    await page.keyboard.press('u');
    await said(page).getByText('Taken back').waitFor();
    expect(await publicationAt(url)).toMatchObject({ id: described!.id, countries: [{ id: 'country/AT' }] });
    await context.close();
  });

  it('files a page to wait, shows it whole in this sitting, and accepts it from the queue', async () => {
    const { page, context } = await desk.sitDown(browser());
    const url = 'https://example.org/to-wait';
    await give(page, pageOn('Permits that wait'), url);
    await page.keyboard.press('f');
    await said(page).getByText('It waits: Permits that wait.').waitFor();
    expect(await reviews('OPEN')).toContain('Permits that wait');
    await openQuestion(page, 'Permits that wait');
    expect(await page.locator('.words mark', { hasText: 'Serbia' }).count()).toBe(1);
    await context.close();
    const later = await desk.sitDown(browser());
    await openQuestion(later.page, 'Permits that wait');
    expect(await later.page.locator('.words').count()).toBe(0);
    expect(await later.page.locator('.passages').innerText()).toMatch(/Serbia/);
    expect(await later.page.locator('.pane:visible').innerText()).not.toContain('what the Palermo');
    await later.page.keyboard.press('a');
    await said(later.page).getByText('Accepted: Permits that wait.').waitFor();
    expect(await publicationAt(url)).toMatchObject({ title: 'Permits that wait', countries: [{ id: 'country/RS' }] });
    await later.context.close();
  });

  it('rejects a page, after a moment in which that can be taken back', async () => {
    const { page, context } = await desk.sitDown(browser());
    const url = 'https://example.org/to-reject';
    await give(page, pageOn('Permits to reject'), url);
    await page.keyboard.press('r');
    await page.keyboard.press('u');
    await page.locator('.pane h2', { hasText: 'Permits to reject' }).waitFor();
    await page.keyboard.press('f');
    await said(page).getByText('It waits: Permits to reject.').waitFor();
    await openQuestion(page, 'Permits to reject');
    await page.keyboard.press('r');
    await said(page).getByText('Rejected: Permits to reject. It is sent in a moment').waitFor();
    await page.keyboard.press('u');
    await page.locator('.pane h2', { hasText: 'Permits to reject' }).waitFor();
    expect(await reviews('OPEN')).toContain('Permits to reject');
    await page.keyboard.press('r');
    await said(page).getByText('It will not be asked again.').waitFor({ timeout: 15_000 });
    expect(await reviews('OPEN')).not.toContain('Permits to reject');
    await give(page, pageOn('Permits to reject'), url);
    await page.keyboard.press('f');
    await said(page).getByText('Nothing was done').waitFor();
    expect(await reviews('OPEN')).not.toContain('Permits to reject');
    await context.close();
  });

  it('takes a rejection back that was sent: a page that is here is here again, of one that waited nothing is left', async () => {
    const { page, context } = await desk.sitDown(browser());
    const sent = () => said(page).getByText('It will not be asked again.').waitFor({ timeout: 15_000 });
    await give(page, pageOn('Permits after all'), 'https://example.org/after-all');
    await page.keyboard.press('r');
    await sent();
    await page.keyboard.press('u');
    await said(page).getByText('Taken back: Permits after all.').waitFor();
    await page.locator('.pane h2', { hasText: 'Permits after all' }).waitFor();
    await page.keyboard.press('f');
    await said(page).getByText('It waits: Permits after all.').waitFor();
    await openQuestion(page, 'Permits after all');
    await page.keyboard.press('r');
    await sent();
    await page.keyboard.press('u');
    await said(page).getByText('Taken back: Permits after all.').waitFor();
    await page.getByText('Nothing that was read off it has been kept').waitFor();
    expect(await page.getByRole('button', { name: 'Read it again' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await give(page, pageOn('Permits after all'), 'https://example.org/after-all');
    await page.keyboard.press('a');
    await said(page).getByText('Accepted: Permits after all.').waitFor();
    expect(await publicationAt('https://example.org/after-all')).toMatchObject({ title: 'Permits after all' });
    await context.close();
  });

  it('sends a rejection that is held when the page is left', async () => {
    await importRecords(twins('left'));
    const { page, context } = await desk.sitDown(browser());
    await openQuestion(page, 'Shelter standards left');
    await page.keyboard.press('r');
    await said(page).getByText('It is sent in a moment').waitFor();
    await page.goto('about:blank');
    await expect.poll(async () => (await reviews('REJECTED')).join(), { timeout: 10_000 }).toMatch(/left-/);
    await context.close();
  });

  it('shows two side by side, makes one of them by a key, and two again', async () => {
    await importRecords(twins('merged'));
    const { page, context } = await desk.sitDown(browser());
    await openQuestion(page, 'Shelter standards merged');
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    expect(await row('Title').innerText()).toMatch(/different/);
    expect((await row('Title').locator('mark').allInnerTexts()).toSorted()).toEqual(['a', 'for staff']);
    expect(await row('Language').innerText()).toMatch(/same/);
    expect(await row('Themes').locator('mark').allInnerTexts()).toEqual([
      'durable solutions (theme/durable-solutions)',
    ]);
    const status = async (id: string) => (await fetch(`${desk.url}/${id}`, { redirect: 'manual' })).status;
    await page.keyboard.press('s');
    await said(page).getByText('Merged into').waitFor();
    const gone = ['publication/merged-one', 'publication/merged-two'];
    const statuses = await Promise.all(gone.map(status));
    expect(statuses.toSorted()).toEqual([200, 301]);
    await page.keyboard.press('u');
    await said(page).getByText('Taken back').waitFor();
    expect(await Promise.all(gone.map(status))).toEqual([200, 200]);
    // The question is there again, and is answered the other way round.
    await openQuestion(page, 'Shelter standards merged');
    await page.keyboard.press('a');
    await said(page).getByText('Merged into').waitFor();
    expect((await Promise.all(gone.map(status))).toSorted()).toEqual([200, 301]);
    expect(await Promise.all(gone.map(status))).not.toEqual(statuses);
    await context.close();
  });

  it('keeps two apart that are not the same, and does not ask again', async () => {
    await importRecords(twins('apart'));
    const { page, context } = await desk.sitDown(browser());
    await openQuestion(page, 'Shelter standards apart');
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Look for new ones' }).click();
    await expect.poll(async () => (await reviews('REJECTED')).join(), { timeout: 10_000 }).toMatch(/apart-/);
    expect(await importRecords(twins('apart'))).toEqual({ importRecords: { proposed: 0 } });
    expect(await page.locator('.lines').getByText('Shelter standards apart').count()).toBe(0);
    await context.close();
  });

  it('compares any two of a kind, and says why others cannot be', async () => {
    const { page, context } = await desk.sitDown(browser());
    await page.getByRole('button', { name: 'Compare two' }).click();
    const compare = async (first: string, second: string) => {
      await page.getByLabel('First', { exact: true }).fill(first);
      await page.getByLabel('Second', { exact: true }).fill(second);
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
    };
    await compare('organisation/astra', 'country/RS');
    await page.getByText('of different kinds').waitFor();
    await compare('organisation/astra', 'organisation/nobody-at-all');
    await page.getByText('organisation/nobody-at-all is not in the catalogue.').waitFor();
    await compare('organisation/astra', 'organisation/lefo-ibf');
    await page.locator('table.pair').waitFor();
    await page.getByRole('button', { name: 'Merge: keep the second' }).waitFor();
    await context.close();
  });

  it('takes files, a PDF among them, and says of others why not', async () => {
    const { page, context } = await desk.sitDown(browser());
    await page.getByRole('button', { name: 'Read a page' }).click();
    const html = readFileSync('test/pages/sr-latn-1250-prirucnik/source.html');
    const permits = pdfOf({
      pages: [[[24, 'Residence permits in Serbia'], 'What the law says of trafficked persons.']],
    });
    await page.getByLabel('Files').setInputFiles([
      { name: 'prirucnik.html', mimeType: 'text/html', buffer: html },
      { name: 'permits.pdf', mimeType: 'application/pdf', buffer: permits },
      { name: 'notes.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\x03\x04 and more of it') },
      { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.alloc(3_800_000, 'long ') },
    ]);
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    const line = (name: string) => page.locator('.lines li').filter({ hasText: name });
    await line('larger than 3.7 MB').waitFor();
    expect(await line('notes.docx').innerText()).toMatch(/it is an archive or an office document/);
    expect(await line('permits.pdf').innerText()).toMatch(/Residence permits in Serbia/);
    expect(await page.locator('.words').innerText()).toMatch(/[čćžšđ]/); // windows-1250, told by its bytes
    await context.close();
  });

  it('takes files that are dropped on it', async () => {
    const { page, context } = await desk.sitDown(browser());
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(pageOn('Permits that were dropped'))}], 'dropped.html'));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    })()`);
    await page.locator('.pane h2', { hasText: 'Permits that were dropped' }).waitFor();
    await context.close();
  });

  it('goes through the queue by keys, which do nothing while one writes, and nothing once they are turned off', async () => {
    await importRecords([...twins('first'), ...twins('second'), ...twins('third')]);
    const { page, context } = await desk.sitDown(browser());
    await page.locator('.lines li').nth(2).waitFor();
    const current = () => page.locator('.lines [aria-current]').innerText();
    const lines = await page.locator('.lines button').allInnerTexts();
    for (const [key, place] of [
      ['j', 0],
      ['j', 1],
      ['j', 2],
      ['k', 1],
    ] as const) {
      // prettier-ignore
      await page.keyboard.press(key);
      expect(await current()).toBe(lines[place]);
    }
    await page.locator('.pane h2').waitFor();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').innerText()).toMatch(/j\s+Next/);
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await page.getByLabel('Single keys').uncheck();
    for (const key of ['r', 'a', 's', 'j', '?']) await page.keyboard.press(key);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await current()).toBe(lines[1]);
    await page.getByLabel('Single keys').check();
    await page.getByRole('button', { name: 'Read a page' }).click();
    await page.getByLabel('Its text or HTML').click();
    await page.keyboard.type('jar of kr?');
    expect(await page.getByLabel('Its text or HTML').inputValue()).toBe('jar of kr?');
    await page.getByRole('button', { name: 'What waits' }).click();
    await page.locator('.lines li').nth(2).waitFor();
    expect(await page.locator('.lines button').allInnerTexts()).toEqual(lines);
    await page.getByRole('button', { name: /^Pages \d/ }).click();
    await expect.poll(() => page.locator('.lines button', { hasText: 'Duplicate' }).count()).toBe(0);
    await context.close();
  });

  it('lets nothing of a page be markup, and shows what is hostile as it stands', async () => {
    const { page, context, wrong } = await desk.sitDown(browser());
    const words = `Trafficked persons in Serbia &lt;img src=x onerror=alert(1)&gt; <script>alert(2)</script>`;
    await give(page, pageOn('Permits for the hostile', words), 'https://example.org/hostile');
    expect(await page.locator('.words').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect([await page.locator('.pane img, .pane b, .pane script').count(), wrong]).toEqual([0, []]);
    await context.close();
  });

  it('asks for another key when the one it has ends, and goes on where it was', async () => {
    const { key } = await createKeyFor(desk.file, 'Vera', 'curator');
    const { page, context } = await open(browser());
    await page.goto(`${desk.url}/desk`);
    const unlock = async (key: string) => {
      await page.getByLabel('Key', { exact: true }).fill(key);
      await page.keyboard.press('Enter');
      await page.locator('.desk-bar').waitFor();
    };
    await unlock(key);
    await give(page, pageOn('Permits that stay open'), 'https://example.org/stays-open');
    await revokeKeys(desk.file, 'Vera');
    const isTaken = async () => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
      const body = JSON.stringify({ query: '{ reviews(first: 1) { totalCount } }' });
      return (await fetch(`${desk.url}/graphql`, { method: 'POST', headers, body })).ok;
    };
    await expect.poll(isTaken, { timeout: 20_000, interval: 500 }).toBe(false);
    await page.keyboard.press('f');
    await page.getByText(/^The key of Vera was revoked/).waitFor();
    expect(await page.locator('.desk-bar').isVisible()).toBe(false);
    await unlock(desk.key);
    await page.locator('.pane h2', { hasText: 'Permits that stay open' }).waitFor();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    expect(await page.locator('#key-problem').innerText()).toBe('The key is forgotten.');
    await context.close();
  });
});
