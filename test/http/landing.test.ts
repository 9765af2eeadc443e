import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { parse as parseRdf } from 'oxigraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { merge } from '../../src/graph/retire.ts';
import { onEveryEngine } from '../engines.ts';
import { hostileTitles } from '../formats/hostile.ts';
import { act, publication, smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const hostile = hostileTitles.map((title, place) =>
  publication(`hostile-${place}`, {
    title,
    summary: title,
    contentNote: title,
    url: place % 2 === 0 ? 'javascript:alert(1)' : 'https://example.org/"onclick="x',
    themes: ['theme/asylum'],
    sameAs: ['javascript:alert(1)'],
  }),
);

onEveryEngine('the page of an entity', (engine) => {
  let served: Served;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${served.url}${path}`, { redirect: 'manual', headers });
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await get(path, { accept: browser, ...headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const { document } = parseHTML(await response.text());
    return { response, document };
  };
  beforeAll(async () => {
    served = await serve(engine, [...smallCatalogue, ...hostile]);
  });
  afterAll(() => served.close());

  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    [browser, 'text/html'],
    ['application/ld+json', 'application/ld+json'],
    ['application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted, x;y"', 'application/ld+json'],
    ['text/turtle;charset=utf-8', 'text/turtle'],
    ['text/turtle;q=0.3, application/ld+json;q=0.9, */*;q=0.1', 'application/ld+json'],
    ['text/html;q=0, text/*', 'text/turtle'],
    ['application/x-bibtex', 'application/x-bibtex'],
    ['application/x-research-info-systems', 'application/x-research-info-systems'],
    ['application/vnd.citationstyles.csl+json', 'application/vnd.citationstyles.csl+json'],
  ])('answers Accept: %s with %s', async (accept, type) => {
    const response = await get('/publication/brief', accept === undefined ? {} : { accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    expect(response.headers.get('vary')).toBe('accept, accept-language, accept-encoding');
    const etag = response.headers.get('etag')!;
    const again = await get('/publication/brief', { ...(accept && { accept }), 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  it('answers 406 with what there is where nothing fits, a citation of a country too', async () => {
    const image = await get('/publication/brief', { accept: 'image/png' });
    expect([image.status, image.headers.get('vary')]).toEqual([406, 'accept, accept-language']);
    expect(((await image.json()) as { detail: string }).detail).toContain('application/x-bibtex');
    for (const [path, accept] of [
      ['/country/RS', 'application/x-bibtex'],
      ['/country/RS?format=bibtex', '*/*'],
    ] as const) {
      const response = await get(path, { accept });
      expect(response.status).toBe(406);
      const { detail } = (await response.json()) as { detail: string };
      expect(detail).toMatch(/turtle/);
      expect(detail).not.toMatch(/ris\b|x-research/);
    }
  });

  it('gives every format by ?format= too, and leaves parameters alone that others have added', async () => {
    for (const [format, type] of Object.entries({
      html: 'text/html',
      turtle: 'text/turtle',
      csl: 'application/vnd.citationstyles.csl+json',
    })) {
      const response = await get(`/publication/brief?format=${format}&utm_source=x`);
      expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    }
    const bibtex = await get('/publication/brief?format=bibtex');
    expect(bibtex.headers.get('content-disposition')).toBe('inline; filename="brief.bib"');
  });

  it.each(smallCatalogue.map(({ id }) => id))('tells of %s, whole and with a heading', async (id) => {
    const { document, response } = await page(`/${id}`);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('h1')!.textContent).not.toBe('');
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('main, header, footer, nav[aria-label]')).toHaveLength(5);
    const { '@id': address } = JSON.parse(document.querySelector('script')!.textContent!) as { '@id': string };
    expect(address).toBe(`https://catalogue.example/${id}`);
    expect(response.headers.get('link')).toContain(
      `<https://catalogue.example/${id}?format=jsonld>; rel="describedby"`,
    );
    for (const anchor of document.querySelectorAll('a[href^="/"]')) {
      const there = await fetch(`${served.url}${anchor.getAttribute('href')}`);
      await there.arrayBuffer();
      expect([anchor.getAttribute('href'), there.status]).toEqual([anchor.getAttribute('href'), 200]);
    }
  });

  it('says what a publication is linked to, what to read next and why, and how it is cited', async () => {
    const { document } = await page('/publication/brief');
    const links = [...document.querySelectorAll('dl a')].map((anchor) => anchor.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining([
        '/person/author',
        '/organisation/lefo',
        '/theme/residence',
        '/country/RS',
        '/project/rest',
      ]),
    );
    expect(document.querySelector('dl')!.textContent).toContain('Article 14');
    const first = document.querySelector('ol.related > li')!;
    expect(first.querySelector('a')!.getAttribute('href')).toBe('/publication/guide');
    expect(first.querySelector('summary')!.textContent).toMatch(/^Same /);
    expect(first.querySelectorAll('details li').length).toBeGreaterThan(1);
    expect(document.querySelector('blockquote')!.textContent).toContain('(2022). Title of brief');
    const meta = (name: string) =>
      [...document.querySelectorAll(`meta[name="${name}"]`)].map((element) => element.getAttribute('content'));
    expect(meta('citation_author')).toEqual(['Author, An', 'LEFÖ-IBF']);
    expect(meta('citation_publication_date')).toEqual(['2022/02']);
    expect(meta('citation_doi')).toEqual(['10.1000/brief']);
  });

  it('leads to versions in other languages, each title in its own', async () => {
    const { document } = await page('/publication/guide');
    const german = document.querySelector('a[href="/publication/guide-de"]')!;
    expect([german.textContent, german.getAttribute('lang')]).toEqual(['Leitfaden', 'de']);
    expect(document.querySelector('a[href="/publication/guide-2"]')).not.toBeNull();
  });

  it('shows how a country stands towards an instrument', async () => {
    const { document } = await page('/country/RS');
    const convention = document.querySelector('a[href="/instrument/convention"]')!.parentElement!;
    expect(convention.textContent).toMatch(/ratification, September 6, 2001|6 September 2001/);
  });

  it.each([
    ['de', 'de', 'Serbien'],
    ['fr-CA, de;q=0.5', 'fr', 'Serbia'],
    ['xx, sr-Cyrl;q=0.9, en;q=0.8', 'sr-Cyrl', 'Србија'],
    ['sr', 'sr-Latn', 'Србија'],
    ['*', 'en', 'Serbia'],
    ['en;q=0, nl;q=0.1', 'nl', 'Serbia'],
    ['not a language!', 'en', 'Serbia'],
  ])('is for Accept-Language: %s in %s, with names in it where there are any', async (accept, language, name) => {
    const { document, response } = await page('/country/RS', { 'accept-language': accept });
    expect(document.documentElement.getAttribute('lang')).toBe(language);
    expect(response.headers.get('content-language')).toBe(language);
    expect(document.querySelector('h1')!.textContent).toBe(name);
  });

  it('is in the language that ?language= asks for, and its links keep that', async () => {
    const { document } = await page('/country/RS?language=de', { 'accept-language': 'fr' });
    expect(document.querySelector('.kind')!.textContent).toBe('Land');
    expect(document.querySelector('ol.related a')!.getAttribute('href')).toMatch(/\?language=de$/);
    expect((await get('/country/RS?language=e_n', { accept: browser })).status).toBe(400);
  });

  it('has a policy that lets in its own style sheet, scripts and answers of this server, and nothing else', async () => {
    const { document, response } = await page('/publication/brief');
    const style = document.querySelector('style')!.textContent!;
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = response.headers.get('content-security-policy')!.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", `style-src 'sha256-${hash}'`, "script-src 'self'"]),
    );
    expect(policy.join()).not.toMatch(/unsafe|http/);
    expect(
      document.querySelectorAll('[style], [onclick], img, iframe, script:not([type="application/ld+json"])'),
    ).toHaveLength(0);
  });

  it.each(hostile.map(({ id, title }) => [id, title]))('shows %s, entitled %j, as text', async (id, title) => {
    const { document } = await page(`/${id}`);
    expect(document.querySelector('h1')!.textContent!.replace(/\s+/g, ' ')).toBe(title.replace(/\s+/g, ' ').trim());
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelectorAll('b, [onclick]')).toHaveLength(0);
    const { name } = JSON.parse(document.querySelector('script')!.textContent!) as { name: { '@value': string } };
    expect(name['@value']).toBe(title.replace(/\s+/g, ' ').trim());
    for (const element of document.querySelectorAll('[href]:not([rel=icon])'))
      expect(element.getAttribute('href')).toMatch(/^(\/|\?|#|https?:)/);
  });

  it('has signposts: how to cite it, what it is, who wrote it, where it is', async () => {
    const { headers } = await get('/publication/brief', { accept: browser });
    const links = headers.get('link')!.split(', ');
    expect(links).toEqual(
      expect.arrayContaining([
        '<https://doi.org/10.1000/brief>; rel="cite-as"',
        '<https://schema.org/AboutPage>; rel="type"',
        '<https://schema.org/Report>; rel="type"',
        '<https://catalogue.example/person/author>; rel="author"',
        '<https://www.example.org/brief/?utm_source=x>; rel="item"',
        '<https://catalogue.example/publication/brief?format=bibtex>; rel="describedby"; type="application/x-bibtex"',
      ]),
    );
  });

  it('is told in Turtle and JSON-LD that a reader of RDF takes', async () => {
    for (const accept of ['text/turtle', 'application/ld+json']) {
      const text = await (await get('/theme/residence', { accept })).text();
      const lines = Array.from(parseRdf(text, { format: accept }), (quad) => String(quad));
      const subject = '<https://catalogue.example/theme/residence>';
      expect(lines).toContain(
        `${subject} <http://www.w3.org/2004/02/skos/core#exactMatch> <http://eurovoc.europa.eu/1>`,
      );
    }
  });

  it('of a merged id is at the other, in whatever was asked for', async () => {
    await merge(served.catalogue.store, act, 'publication/chains', 'publication/chains-2');
    await served.catalogue.refresh();
    const moved = await get('/publication/chains?format=ris&language=de');
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      '/publication/chains-2?format=ris&language=de',
    ]);
  });
});
