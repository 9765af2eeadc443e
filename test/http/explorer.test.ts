import { createHash } from 'node:crypto';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageLanguages } from '../../src/landing/words.ts';
import { withdraw } from '../../src/graph/retire.ts';
import { Unavailable } from '../../src/graph/unavailable.ts';
import { onEveryEngine } from '../engines.ts';
import { hostileTitles } from '../formats/hostile.ts';
import { publication, smallCatalogue, source } from '../records.ts';
import { serve, type Served } from './serve.ts';

const hostile = hostileTitles.map((title, place) =>
  publication(`hostile-${place}`, { title, summary: `${title} hostilities`, url: 'javascript:alert(1)' }),
);
const many = Array.from({ length: 12 }, (_, place) =>
  publication(`another-${place}`, { title: `Another one ${place}` }),
);
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const alone = { kind: 'person' as const, id: 'person/alone', name: 'Nobody Near', source };
const paths = ['/', '/search', '/timeline', '/matrix', '/coverage', '/path', '/graph', '/graph?id=project/rest'];

onEveryEngine('the explorer', (engine) => {
  let served: Served;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(served.url + path, { redirect: 'manual', headers });
  const page = async (path: string, status = 200, headers: Record<string, string> = {}) => {
    const response = await get(path, headers);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, status, 'text/html; charset=utf-8']); // prettier-ignore
    const { document } = parseHTML(await response.text());
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent!.replace(/\s+/g, ' ').trim());
    const links = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.getAttribute('href')!);
    return { response, document, texts, links };
  };
  const table = async (path: string) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    return parseCsv(await response.text(), { bom: true }) as string[][];
  };
  const ask = async <Data>(query: string): Promise<Data> => {
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body });
    return ((await response.json()) as { data: Data }).data;
  };
  beforeAll(async () => {
    served = await serve(engine, [...smallCatalogue, ...hostile, ...many, alone, publication('regret')]);
    const { store } = served.catalogue;
    await withdraw(store, { author: 'a test', reason: 'its author asked us to' }, 'publication/regret');
    await served.catalogue.refresh();
  });
  afterAll(() => served.close());

  it.each(paths)(
    'has a page at %s that is whole without script, and every way from it leads somewhere',
    async (path) => {
      const { document, response, links } = await page(path);
      expect(document.querySelectorAll('h1')).toHaveLength(1);
      expect(document.querySelectorAll('form:not([action]), [style], [onclick], img, iframe')).toHaveLength(0);
      for (const form of document.querySelectorAll('form')) expect(form.getAttribute('method') ?? 'get').toBe('get');
      const hash = createHash('sha256').update(document.querySelector('style')!.textContent!).digest('base64');
      const policy = response.headers.get('content-security-policy')!;
      expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", `style-src 'sha256-${hash}'`]));
      expect(policy).not.toMatch(/unsafe|http/);
      expect(response.headers.get('set-cookie')).toBeNull();
      for (const way of new Set(links('a[href^="/"]'))) {
        // What is bundled for browsers is not built here.
        if (/^\/(console|widget)/.test(way)) continue;
        const there = await get(way, { accept: 'text/html, */*;q=0.1' });
        await there.arrayBuffer();
        expect([way, there.status]).toEqual([way, 200]);
      }
    },
  );

  it.each(pageLanguages)('speaks %s on every page, and keeps to it', async (language) => {
    for (const path of paths) {
      const { document, response, links } = await page(`${path}${path.includes('?') ? '&' : '?'}language=${language}`);
      expect(document.documentElement.getAttribute('lang')).toBe(language);
      expect(response.headers.get('content-language')).toBe(language);
      for (const way of links('nav.ways a')) expect(way).toContain(`language=${language}`);
      expect(document.body!.textContent).not.toContain('undefined');
    }
  });

  it('lets pages that are the same for all be found and kept, and answers to readers neither', async () => {
    for (const path of ['/', '/search', '/timeline', '/coverage']) {
      const { document, response } = await page(path);
      expect(document.querySelector('meta[name=robots]')).toBeNull();
      expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe(`https://catalogue.example${path}`); // prettier-ignore
      expect(response.headers.get('cache-control')).toMatch(/^public/);
    }
    for (const path of [
      '/search?q=guide',
      '/search?country=country/RS',
      '/search?sort=oldest',
      '/timeline?since=2020',
      '/path?from=rest',
      '/graph?id=project/rest',
    ]) {
      // prettier-ignore
      const { document, response } = await page(path);
      expect(document.querySelector('meta[name=robots]')!.getAttribute('content')).toBe('noindex');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('has a way out that is a plain link and tells nobody where one comes from', async () => {
    for (const path of [...paths, '/publication/guide']) {
      const { document } = await page(path, 200, { accept: 'text/html' });
      const exit = document.querySelector('a#exit')!;
      expect(exit.getAttribute('rel')).toContain('noreferrer');
      expect(new URL(exit.getAttribute('href')!).host).toBe('www.wikipedia.org');
      expect(document.querySelector('#exit-note')!.textContent).toMatch(/does not erase/);
    }
  });

  it('finds entities of every kind by a text, and says how many of each', async () => {
    const { texts, links } = await page('/search?q=asylum');
    expect(links('.card h3 a')).toEqual(expect.arrayContaining(['/theme/asylum', '/publication/asylum']));
    expect(texts('.total')).toEqual([`Results: ${texts('.card').length}`]);
    expect(texts('[aria-label="Kind"] li')).toEqual(expect.arrayContaining(['Everything', 'Themes 1']));
  });

  it('shows what a publication is: its publishers, its date, its language, and the passage that was found', async () => {
    const { texts, document } = await page('/search?q=hostilities+ampersands');
    expect(texts('.card')).toHaveLength(1);
    expect(texts('.card .passage mark').map((word) => word.toLowerCase())).toEqual(expect.arrayContaining(['hostilities'])); // prettier-ignore
    expect(document.querySelectorAll('.card b, .card script')).toHaveLength(0);
    const guide = await page('/search?q=Leitfaden');
    expect(guide.texts('.card .by')[0]).toMatch(/LEFÖ-IBF · June 2021 · German/);
    expect(guide.document.querySelector('.card h3 a')!.getAttribute('lang')).toBe('de');
  });

  it('narrows down by links that count what they lead to, each of which can be taken back', async () => {
    const { document, texts } = await page('/search');
    const links = [...document.querySelectorAll('.facets li')].slice(0, 12);
    expect(links.length).toBeGreaterThan(8);
    for (const item of links) {
      const way = item.querySelector('a')!.getAttribute('href')!;
      const count = Number(item.querySelector('.count')!.textContent);
      const narrowed = await page(way);
      const total = Number(/\d+/.exec(narrowed.texts('.total')[0]!)![0]);
      // A theme stands for its narrower ones too.
      if (way.includes('theme=')) expect(total).toBeGreaterThanOrEqual(count);
      else expect([way, total]).toEqual([way, count]);
      expect(narrowed.links('.chosen a')).toEqual(['/search', '/search']);
    }
    expect(texts('.chosen')).toEqual([]);
    const two = await page('/search?country=country%2FAT&since=2021&until=2022');
    expect(two.texts('.chosen a bdi')).toEqual(['Austria', '2021 – 2022']);
    expect(two.links('.chosen a')[0]).toBe('/search?since=2021&until=2022');
  });

  it('goes through all results page by page, in the order asked for', async () => {
    const seen: string[] = [];
    let way: string | undefined = '/search?sort=byTitle';
    while (way) {
      const { links } = await page(way);
      seen.push(...links('.card h3 a'));
      way = links('a[rel~=next]')[0];
    }
    type All = { publications: { totalCount: number; nodes: { id: string }[] } };
    const { publications } = await ask<All>(
      '{ publications(orderBy: TITLE_ASC, first: 100) { totalCount nodes { id } } }',
    );
    expect(publications.totalCount).toBeGreaterThan(20);
    expect(seen).toEqual(publications.nodes.map(({ id }) => `/${id}`));
  });

  it('lists all entities of each kind by name, without a text', async () => {
    const { links, texts } = await page('/search');
    expect(texts('[aria-label="Kind"] [aria-current]')).toEqual(['Publications']);
    const kinds = links('[aria-label="Kind"] a');
    expect(kinds).toHaveLength(7);
    const home = await page('/');
    expect(home.links('.numbers a')).toEqual(kinds);
    type All = { organisations: { nodes: { id: string; label: string }[] } };
    const { organisations } = await ask<All>('{ organisations(first: 100) { nodes { id label } } }');
    const browsed = await page('/search?kind=organisation&sort=newest');
    expect(browsed.texts('h1')).toEqual(['Organisations']);
    expect(browsed.texts('[aria-current]')).toContain('Organisations');
    expect(browsed.links('.card h3 a')).toEqual(organisations.nodes.map(({ id }) => `/${id}`));
    expect(browsed.document.querySelectorAll('.facets, [aria-label="Sort by"]')).toHaveLength(0);
    for (const way of kinds) expect((await page(way)).texts('.card').length).toBeGreaterThan(0);
    // What is filtered is publications, whatever kind the address says.
    const filtered = await page('/search?kind=organisation&country=country/AT');
    expect(filtered.links('.card h3 a').every((way) => way.startsWith('/publication/'))).toBe(true);
  });

  it('offers to search anew on the page that says what is wrong with an address', async () => {
    const { document } = await page('/search?since=20', 400, browser);
    expect(document.querySelector('form[role=search] input[name=q]')).not.toBeNull();
  });

  it('says what a mistyped word was taken for, and what to try where nothing is found', async () => {
    const mistyped = await page('/search?q=asylim');
    expect(mistyped.texts('.taken')).toEqual(['“asylim” occurs nowhere; searched for instead: asylum']);
    expect(mistyped.links('.card h3 a')).toContain('/theme/asylum');
    const none = await page('/search?q=quaternion+algebra');
    expect(none.texts('.nothing li')[0]).toMatch(/fewer words/);
    expect(none.links('.nothing .chips a').length).toBeGreaterThan(0);
  });

  it.each(['"><script>alert(1)</script>', '</title><b>', "' onfocus=x ", '$& $1', '\u202Eevil'])(
    'shows the question %s as text',
    async (question) => {
      const { document } = await page(`/search?q=${encodeURIComponent(question)}`);
      expect(document.querySelectorAll('script, main b, [onfocus]')).toHaveLength(0);
      expect(document.querySelector('input[name=q]')!.getAttribute('value')).toBe(question.trim());
    },
  );

  it.each([
    ['/search?since=next', 400, 'since: "next" is no year'],
    ['/search?q=x&after=nonsense', 400, 'nonsense'],
    ['/timeline?until=21', 400, 'until: "21" is no year'],
    ['/graph?id=project/none', 404, 'project/none'],
    ['/graph?id=project/rest&hops=9', 400, 'hops: "9" is not between 1 and 3'],
  ])('tells on a page what is wrong with %s', async (path, status, message) => {
    const { texts, links } = await page(path, status);
    expect(texts('main').join()).toContain(message);
    expect(links('main a')).toContain('/search');
  });

  it('tells a browser on a page that an id is not there, and offers to search for what it says', async () => {
    const { texts, document, links, response } = await page('/publication/title-of-brief?language=de', 404, browser);
    expect(texts('h1')).toEqual(['Nicht im Katalog']);
    expect(texts('main p')[0]).toBe('There is no publication/title-of-brief.');
    expect(document.querySelector('input[name=q]')!.getAttribute('value')).toBe('title of brief');
    expect(links('.languages a')).toContain('/publication/title-of-brief?language=fr');
    expect(document.querySelector('a#exit')).not.toBeNull();
    expect([response.headers.get('cache-control'), response.headers.get('vary')]).toEqual(['no-store', 'accept, accept-language, accept-encoding']); // prettier-ignore
    const other = await get('/publication/title-of-brief');
    expect([other.status, other.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('tells a browser why something was withdrawn', async () => {
    const { texts } = await page('/publication/regret', 410, browser);
    expect(texts('h1')).toEqual(['Withdrawn from the catalogue']);
    expect(texts('main p')[0]).toBe('publication/regret was withdrawn: its author asked us to');
    expect((await page('/graph?id=publication%2Fregret', 410)).texts('main p')[0]).toContain('asked us to');
  });

  it.each(['//elsewhere.example/x', '/nothing/at-all', '/%3Cscript%3E'])(
    'has a page for who comes to %s, with ways that stay here',
    async (path) => {
      const { links, document } = await page(path, 404, browser);
      for (const way of links('a:not(#exit)')) expect(way).toMatch(/^(\/(?!\/)|#main$)/);
      expect(document.querySelectorAll('main script')).toHaveLength(0);
    },
  );

  it('says when to come again where the graph does not answer, on every page', async () => {
    served.failReads(true, new Unavailable('bolt://10.0.0.7 is down', 'The graph cannot be reached at the moment.'));
    for (const path of ['/graph?id=theme%2Fnever', '/theme/never']) {
      const { response, texts, links } = await page(path, 503, browser);
      expect(response.headers.get('retry-after')).toBe('2');
      expect([texts('h1'), texts('main p')[0]]).toEqual([['Not at this moment'], 'The graph cannot be reached at the moment.']); // prettier-ignore
      expect(links('main a')).toContain('');
    }
    served.failReads(false);
  });

  it('opens the reasons of a related list down to the statements they stand on', async () => {
    const { document, links } = await page('/publication/brief', 200, { accept: 'text/html' });
    const first = document.querySelector('ol.related > li')!;
    const statements = [...first.querySelectorAll('.evidence > li')].map((item) =>
      item.textContent!.replace(/\s+/g, ' '),
    );
    expect(statements.join('\n')).toMatch(/Title of brief · Themes: residence permit/);
    expect(statements.join('\n')).toMatch(/Title of guide · Themes: residence permit/);
    for (const statement of statements) expect(statement).toMatch(/Source: example.org \(verified, curated, confidence 100 %\)/); // prettier-ignore
    expect(links('main a')).toContain('/graph?id=publication%2Fbrief');
  });

  it('sets the versions of a work side by side, each in its language', async () => {
    const { texts } = await page('/publication/guide', 200, { accept: 'text/html' });
    expect(texts('.versions tbody tr')).toEqual(expect.arrayContaining([expect.stringMatching(/^Title of guide English 2021 example\.org$/), expect.stringMatching(/^Leitfaden German June 2021/)])); // prettier-ignore
  });

  it('counts by theme and country what the API counts, and leaves gaps as gaps', async () => {
    const { document } = await page('/matrix');
    type Counted = { counts: { values: [string, string]; count: number }[] };
    const { counts } = await ask<Counted>('{ counts(by: [THEME, COUNTRY], first: 1000) { values count } }');
    const cells = [...document.querySelectorAll('.heat tbody td')].map((cell) => Number(cell.textContent));
    expect(cells.filter((count) => count > 0).sort()).toEqual(counts.map(({ count }) => count).sort());
    expect(cells).toContain(0);
    const rows = await table('/matrix?format=csv');
    expect(rows.slice(1).flatMap(([, ...values]) => values.map(Number))).toEqual(cells);
    const narrowed = await page('/matrix?theme=theme%2Fasylum&since=2022');
    expect(narrowed.texts('.heat tbody td').filter((count) => count !== '0')).toEqual(['1', '1']);
  });

  it.each(['/timeline', '/matrix', '/coverage'])(
    'keeps on %s what its form has no box for, and lets it be taken back',
    async (path) => {
      const { document, links, texts } = await page(`${path}?author=person%2Fauthor&country=country%2FAT&since=2019`);
      const hidden = [...document.querySelectorAll('main form [type=hidden]')];
      expect(hidden.map((field) => [field.getAttribute('name'), field.getAttribute('value')])).toEqual([['author', 'person/author']]); // prettier-ignore
      expect(document.querySelector('#country option[selected]')!.textContent).toBe('Austria');
      expect(texts('.chosen a bdi')).toEqual(['Austria', 'An Author', '2019 –']);
      expect(links('.chosen a')[1]).toBe(`${path}?country=country%2FAT&since=2019`);
    },
  );

  it('shows a value that is chosen and too rare to be offered', async () => {
    const { document } = await page('/timeline?theme=theme%2Fsupply-chains');
    expect(document.querySelector('#theme option[selected]')!.getAttribute('value')).toBe('theme/supply-chains');
  });

  it('says which numbers the shades of the heat map and of the map stand for', async () => {
    for (const path of ['/matrix', '/coverage']) {
      const { texts, document } = await page(path);
      const ranges = texts('.legend li').map((range) => range.split('–').map(Number));
      expect(ranges.at(-1)).toEqual([0]);
      const bounds = ranges.slice(0, -1).map((range) => [range[0]!, range.at(-1)!] as const);
      for (const [place, [from, to]] of bounds.entries()) {
        expect(to).toBeGreaterThanOrEqual(from);
        if (place > 0) expect(from).toBe(bounds[place - 1]![1] + 1);
      }
      const counts = [...document.querySelectorAll('tbody td')].map((cell) => Number(cell.textContent));
      expect([bounds[0]![0], bounds.at(-1)![1]]).toEqual([Math.min(...counts.filter(Boolean)), Math.max(...counts)]);
    }
  });

  it('says the same in the bars of the timeline, its table and its file', async () => {
    const { texts } = await page('/timeline');
    const [, ...rows] = await table('/timeline?format=csv');
    expect(texts('#timeline rect title')).toEqual(rows.map(([year, count]) => `${year}: ${count}`));
    expect(texts('tbody tr').toReversed()).toEqual(rows.map(([year, count]) => `${year} ${count}`));
    expect(texts('main p')).toContain('Without a date: 1');
  });

  it('shows on the map, in the table and in the file how many publications a country has, and which have none', async () => {
    const { texts, links } = await page('/coverage?theme=theme%2Fresidence&until=2021');
    expect(texts('tbody tr')).toEqual(['Austria 2', 'Serbia 2']);
    expect(texts('#map title')).toEqual(expect.arrayContaining(['Austria: 2', 'Serbia: 2']));
    const none = await page('/coverage?theme=theme%2Fsupply-chains');
    expect(none.texts('h2')).toContain('Countries without a publication: 2');
    expect(none.texts('#map title')).toEqual(expect.arrayContaining(['Austria: 0', 'Serbia: 0']));
    expect(links('tbody a')).toContain('/search?country=country%2FAT&theme=theme%2Fresidence&until=2021');
    const [, ...rows] = await table('/coverage?theme=theme%2Fresidence&until=2021&format=csv');
    expect(rows).toEqual([['country/AT', 'Austria', '2'], ['country/RS', 'Serbia', '2']]); // prettier-ignore
  });

  it('finds the ways between two entities, each step with its statement', async () => {
    const { texts, document } = await page('/path?from=person/author&to=country/RS');
    expect(texts('main p[role=status]')).toEqual(['Steps: 2']);
    expect(texts('.way > li > a')).toEqual(['An Author', 'Title of brief', 'Serbia']);
    expect(texts('.way .evidence li')[0]).toMatch(/^Title of brief · Authors: An Author Source: example\.org/);
    expect(document.querySelectorAll('#ways circle')).toHaveLength(3);
    const rows = await table('/path?from=person/author&to=country/RS&format=csv');
    expect(rows.slice(1).map((row) => row.slice(0, 3))).toEqual([['1', '1', 'publication/brief'], ['1', '2', 'publication/brief']]); // prettier-ignore
    expect((await page('/path?from=person/alone&to=person/author')).texts('main p[role=status]')[0]).toMatch(/No way/); // prettier-ignore
  });

  it('takes names for the ends of a way, and asks which one where several are called so', async () => {
    const one = await page('/path?from=An+Author&to=Serbia');
    expect(one.texts('.way > li > a')).toEqual(['An Author', 'Title of brief', 'Serbia']);
    const several = await page('/path?from=Title&to=Serbia');
    expect(several.texts('main strong')).toEqual(['Which one is meant by “Title”?']);
    expect(several.links('main ul a')).toContain('/path?from=publication%2Fguide&to=Serbia');
    expect((await page('/path?from=quaternion&to=Serbia')).texts('main strong')).toEqual(['“quaternion” is not in the catalogue.']); // prettier-ignore
  });

  it('asks around what the graph shall be drawn, and which one a name of several means', async () => {
    expect((await page('/graph')).document.querySelector('form.fields input[name=id]')!.getAttribute('value')).toBe('');
    const { links, texts } = await page('/graph?id=another+one');
    expect(texts('main strong')).toEqual(['Which one is meant by “another one”?']);
    expect(links('main ul a')).toContain('/graph?id=publication%2Fanother-0');
    expect((await page('/graph?id=nobody+near')).texts('h1')).toEqual(['The graph around Nobody Near']);
    expect((await page('/graph?id=zzzz')).texts('main strong')).toEqual(['“zzzz” is not in the catalogue.']);
  });

  it('tells in a table every entity and every link of the graph around one', async () => {
    const { texts } = await page('/graph?id=project/rest&hops=2');
    type Around = { neighbourhood: { nodes: { node: { id: string } }[]; links: unknown[] } };
    const { neighbourhood } = await ask<Around>('{ neighbourhood(of: "project/rest", hops: 2) { nodes { node { id } } links { relation from to } } }'); // prettier-ignore
    expect(texts('tbody tr')).toHaveLength(neighbourhood.nodes.length);
    expect(texts('tbody tr').join('\n')).toMatch(/Residency Status Project 0 .*Coordinated by: LEFÖ-IBF/);
    const rows = await table('/graph?id=project/rest&hops=2&format=csv');
    expect(rows).toHaveLength(neighbourhood.links.length + 1);
  });

  it('leaves addresses alone that others have added to', async () => {
    expect((await page('/search?q=guide&utm_source=x&fbclid=y')).texts('.card').length).toBeGreaterThan(0);
  });
});
