import { afterEach, beforeEach, expect, it } from 'vitest';
import { createContext } from '../src/api/context.ts';
import { relatedAnswer } from '../src/api/related-answer.ts';
import { followStore, type Catalogue } from '../src/catalogue.ts';
import { onEveryEngine } from './engines.ts';
import { answer, serveWeb, type Web } from './fetch/web.ts';
import { save, smallCatalogue, source } from './records.ts';

const page = (body: string, type = 'text/html; charset=utf-8') => answer(200, { 'content-type': type }, body);
const html = `<html lang="en"><title>Residence permits in Serbia</title>
  <article><p>What ASTRA says on the residence permit of those who were trafficked, at some length.</p></article></html>`;

onEveryEngine('a page of a partner that is not in the catalogue', (engine) => {
  let catalogue: Catalogue;
  let web: Web;
  beforeEach(async () => {
    const store = await engine.openEmpty();
    web = await serveWeb({
      '/permits': page(html),
      '/moved': answer(301, { location: '/permits' }),
      '/away': answer(302, { location: `http://elsewhere.test:${0}/permits` }),
      '/picture': page('…', 'image/png'),
      '/gone': answer(410),
      '/polish': (_, response) => {
        response.setHeader('content-type', 'text/html; charset=windows-1250');
        response.end(
          Buffer.from([...Buffer.from('<html lang="sr"><title>'), 0x8e, ...Buffer.from('rtve</title><p>x</p>')]),
        );
      },
    });
    await save(store, [
      ...smallCatalogue,
      {
        kind: 'organisation',
        id: 'organisation/partner',
        name: 'Partner',
        website: 'https://www.partner.test/',
        source,
      },
    ]);
    catalogue = await followStore(store, { visits: web.options });
  });
  afterEach(() => catalogue.close());
  const related = (url: string) => relatedAnswer(createContext(catalogue), { url }, {});

  it('is read and linked, and leads on, also from a host below the partner’s', async () => {
    for (const url of [web.url('/permits', 'partner.test'), web.url('/moved', 'blog.partner.test')]) {
      const { target, items } = await related(url);
      expect(target).toEqual({ id: null, title: 'Residence permits in Serbia' });
      expect(items.map(({ id }) => id)).toContain('publication/guide');
    }
  });

  it('is read in the charset it is in', async () => {
    expect(await catalogue.pages!.read(web.url('/polish', 'partner.test'))).toMatchObject({ title: 'Žrtve' });
  });

  it.each([
    ['/permits', 'elsewhere.test', /elsewhere.test is the site of no organisation of the catalogue/],
    ['/permits', 'notpartner.test', /is the site of no organisation/],
    ['/away', 'partner.test', /elsewhere.test is the site of no organisation/],
    ['/gone', 'partner.test', /its server answers 410/],
    ['/picture', 'partner.test', /it is no page but image\/png/],
  ])('is not read at %s of %s, and it is said why', async (path, host, message) => {
    const url = web.url(path, host);
    await expect(related(url)).rejects.toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'NOT_FOUND' },
    });
    if (host !== 'partner.test') expect(web.asked).toEqual([]);
  });

  it('is not looked for at a host with more names than any has, which would take seconds', async () => {
    const began = performance.now();
    await expect(related(`http://${'a.'.repeat(40_000)}partner.test/`)).rejects.toThrow(
      /is the site of no organisation/,
    );
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('is not asked for where nobody can be named who asks', async () => {
    const silent = await followStore({ ...catalogue.store, close: async () => {} });
    const asking = relatedAnswer(createContext(silent), { url: web.url('/permits', 'partner.test') }, {});
    await expect(asking).rejects.toThrow(/is not in the catalogue\. Give the text/);
    await silent.close();
  });
});
