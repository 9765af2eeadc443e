import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { publication, smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

/**
 * Eight publications, so that sharing what two of them hold is worth twice as much as sharing what four hold:
 * log(8 / 2) against log(8 / 4). The target has a theme (2), a publisher (2) and a country (1).
 */
const eight = [
  ...smallCatalogue.filter(({ kind }) => kind !== 'publication'),
  publication('target', {
    url: 'https://www.example.org/target/?utm_source=x',
    doi: '10.1000/Target',
    publishers: ['organisation/astra'],
    countries: ['country/RS'],
    themes: ['theme/supply-chains'],
  }),
  publication('near', {
    url: 'https://example.org/near',
    date: '2021-03',
    publishers: ['organisation/network'],
    countries: ['country/RS'],
    themes: ['theme/supply-chains'],
  }),
  publication('near-de', { title: 'Nahe', language: 'de', translationOf: 'publication/near' }),
  publication('second', { language: undefined, date: undefined, publishers: ['organisation/astra'] }),
  publication('third', { countries: ['country/RS'] }),
  publication('fourth', { countries: ['country/RS'] }),
  publication('other', {}),
  publication('another', {}),
];

const answer = {
  target: { id: 'publication/target', title: 'Title of target' },
  items: [
    {
      id: 'publication/near',
      title: 'Title of near',
      language: 'en',
      url: 'https://example.org/near',
      date: '2021-03',
      publishers: [{ id: 'organisation/network', name: 'Network' }],
      score: 0.6,
      why: 'Same theme: supply chains; same country: Serbia',
      reasons: [
        {
          kind: 'THEME',
          id: 'theme/supply-chains',
          name: 'supply chains',
          text: 'Same theme: supply chains',
          share: 0.666667,
          replaced: false,
        },
        {
          kind: 'COUNTRY',
          id: 'country/RS',
          name: 'Serbia',
          text: 'Same country: Serbia',
          share: 0.333333,
          replaced: false,
        },
      ],
      alsoIn: [{ id: 'publication/near-de', title: 'Nahe', language: 'de', url: null }],
    },
    {
      id: 'publication/second',
      title: 'Title of second',
      language: null,
      url: null,
      date: null,
      publishers: [{ id: 'organisation/astra', name: 'ASTRA' }],
      score: 0.4,
      why: 'Same publisher: ASTRA',
      reasons: [
        {
          kind: 'PUBLISHER',
          id: 'organisation/astra',
          name: 'ASTRA',
          text: 'Same publisher: ASTRA',
          share: 1,
          replaced: false,
        },
      ],
      alsoIn: [],
    },
  ],
  revision: 1,
};

type Answer = typeof answer;

onEveryEngine('GET /related', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, eight);
  });
  afterAll(() => served.close());
  const related = (query: string, init?: RequestInit) => fetch(`${served.url}/related?${query}`, init);

  it.each([
    'id=publication/target',
    'url=https%3A%2F%2Fexample.org%2Ftarget',
    'url=example.org/target/',
    'doi=10.1000/target',
    'doi=https://doi.org/10.1000/TARGET',
  ])('answers the same by %s', async (query) => {
    const response = await related(`${query}&first=2`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual(answer);
  });

  it('takes an address with a question in it as it stands', async () => {
    const asked = async (query: string) => ((await (await related(query)).json()) as { detail: string }).detail;
    const address = 'https://example.org/view.php?page=5';
    expect(await asked(`url=${address}`)).toBe(await asked(`url=${encodeURIComponent(address)}`));
    expect(await asked(`url=${address}`)).toContain('"https://example.org/view.php?page=5"');
  });

  it('gives as many items as are asked for, six unless told', async () => {
    const idsOf = async (query: string) =>
      ((await (await related(query)).json()) as Answer).items.map(({ id }) => id.replace('publication/', ''));
    expect(await idsOf('id=publication/target')).toEqual(['near', 'second', 'fourth', 'third']);
    expect(await idsOf('id=publication/target&first=1')).toEqual(['near']);
    expect(await idsOf('id=publication/target&first=0')).toEqual([]);
  });

  it('says the reasons in the language of the reader', async () => {
    const { items } = (await (await related('id=publication/target&first=1&language=de')).json()) as Answer;
    expect(items[0]!.reasons.map(({ text }) => text)).toEqual([
      'Gleiches Thema: supply chains',
      'Gleiches Land: Serbien',
    ]);
  });

  it.each([
    ['theme=theme/supply-chains', ['near']],
    ['country=country/RS', ['near', 'fourth', 'third']],
    ['country=rs', ['near', 'fourth', 'third']],
    ['country=country/AT', []],
    ['publisher=organisation/astra', ['second']],
    ['publisher=organisation/astra&publisher=organisation/network', ['near', 'second']],
    ['publisher=organisation/network,organisation/astra', ['near', 'second']],
    ['country=country/RS&publisher=organisation/network', ['near']],
  ])('gives only those that ?%s means', async (filter, expected) => {
    const { items } = (await (await related(`id=publication/target&${filter}`)).json()) as Answer;
    expect(items.map(({ id }) => id.replace('publication/', ''))).toEqual(expected);
  });

  it.each([
    [
      'theme=theme/unknown',
      'filter: themes: "theme/unknown" is not in the catalogue, or no longer; search or suggest find ids.',
    ],
    [
      'country=Serbia',
      'filter: countries: "Serbia" is no id of country, such as "country/…"; search or suggest find ids.',
    ],
  ])('refuses ?%s, which means nothing', async (filter, detail) => {
    const response = await related(`id=publication/target&${filter}`);
    expect([response.status, await response.json()]).toEqual([400, { type: 'about:blank', status: 400, detail }]);
  });

  it('takes any entity as the target: then what to read about it', async () => {
    const { target, items } = (await (await related('id=organisation/astra')).json()) as Answer;
    expect(target).toEqual({ id: 'organisation/astra', title: 'ASTRA' });
    expect(items.map(({ id, score }) => [id, score])).toEqual([
      ['publication/target', 1],
      ['publication/second', 1],
    ]);
  });

  it.each([
    ['id=publication/nowhere', 404, 'id: "publication/nowhere" is not in the catalogue.'],
    [
      'url=https://example.org/nowhere',
      404,
      'url: "https://example.org/nowhere" is not in the catalogue. Give the text of the page instead.',
    ],
    ['doi=10.1000/nowhere', 404, 'doi: "10.1000/nowhere" is not in the catalogue.'],
    ['id=publication/target&doi=10.1000/target', 400, 'Give exactly one of id, url and doi.'],
    ['', 400, 'Give one of id, url and doi, or the text of a page that is not in the catalogue.'],
    ['first=2', 400, 'Give one of id, url and doi, or the text of a page that is not in the catalogue.'],
    [
      'id=publication/target&language=no tag',
      400,
      'language: "no tag" is not a BCP 47 tag such as fr, pt-BR or sr-Latn.',
    ],
    ['doi=nonsense', 400, 'doi: "nonsense" is not a DOI such as 10.1000/182.'],
    [
      'id=publication/target&limit=2',
      400,
      'limit is not a parameter of /related; there are id, url, doi, first, language, theme, country, publisher.',
    ],
    ['id=publication/target&first=two', 400, 'first=two is not a whole number.'],
    ['id=publication/target&first=1.5', 400, 'first=1.5 is not a whole number.'],
    ['id=publication/target&first=', 400, 'first= is not a whole number.'],
    ['id=publication/target&first=-1', 400, 'first: -1 is not between 0 and 100.'],
    ['id=publication/target&first=101', 400, 'first: 101 is not between 0 and 100.'],
  ])('tells what is wrong with ?%s', async (query, status, detail) => {
    const response = await related(query);
    expect(await response.json()).toEqual({ type: 'about:blank', status, detail });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each(['id=', 'url=', 'doi=', 'id=publication/target&id=publication/near', '__proto__=x', 'url=http://'])(
    'takes ?%s for the mistake it is',
    async (query) => {
      expect((await related(query)).status).toBe(400);
    },
  );

  const post = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${served.url}/related`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('answers a posted text, and lets nobody keep the answer', async () => {
    const response = await post({ title: 'Supply chains', text: 'On supply chains in Serbia.', first: 1 });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { target, items } = (await response.json()) as Answer;
    expect(target).toEqual({ id: null, title: 'Supply chains' });
    expect(items).toHaveLength(1);
    expect(items[0]!.why).toMatch(/^About: supply chains; covers: Serbia$/);
  });

  it('lets other sites post, after they have asked', async () => {
    const response = await fetch(`${served.url}/related`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
    expect((await post({ text: 'Serbia' })).headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each([
    ['what is no JSON', '{', 400, /not JSON/],
    ['an unknown field', { text: 'x', url: 'https://example.org' }, 400, /It takes title, text and language/],
    ['nothing', {}, 400, /Give a text, a title, or both/],
    ['a number for a text', { text: 7 }, 400, /^text: /],
    ['a text that is too long', { text: 'x '.repeat(60_000) }, 413, /larger than/],
  ])('refuses %s', async (_, body, status, message) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { detail: string }).detail).toMatch(message);
  });

  it('takes no other type than JSON', async () => {
    expect((await post('text=x', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  });
});
