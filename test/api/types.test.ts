import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CountryDocument,
  CountsDocument,
  InstrumentDocument,
  NodesDocument,
  PathsDocument,
  PublicationDocument,
  StatusDocument,
} from '../../src/client/operations.generated.ts';
import { onEveryEngine } from '../engines.ts';
import { save, smallCatalogue } from '../records.ts';
import { openApi, type Api } from './ask.ts';

onEveryEngine('the types of the API', (engine) => {
  let api: Api;
  beforeAll(async () => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    api = await openApi(store);
  });
  afterAll(() => api.catalogue.close());

  it('give a publication with all it is linked to', async () => {
    const { publication } = await api.ask(PublicationDocument, { id: 'publication/brief' });
    expect(publication).toMatchObject({
      title: 'Title of brief',
      sameAs: ['https://doi.org/10.1000/brief'],
      publishers: [{ id: 'organisation/astra', name: 'ASTRA', country: { id: 'country/RS' } }],
      authors: [
        { id: 'person/author', name: 'An Author' },
        { id: 'organisation/lefo', name: 'LEFÖ-IBF' },
      ],
      countries: [{ id: 'country/RS' }],
      instruments: [{ id: 'instrument/convention' }],
      themes: [
        { id: 'theme/residence', broader: [{ id: 'theme/protection' }] },
        { id: 'theme/asylum', broader: [{ id: 'theme/protection' }] },
      ],
      project: { id: 'project/rest' },
      translations: [],
    });
    expect(publication!.statements).toContainEqual({
      relation: 'REFERS_TO',
      provision: 'Article 14',
      method: 'curated',
      confidence: 1,
      to: { id: 'instrument/convention' },
      source: { url: 'https://example.org/list', file: null, verified: true },
    });
  });

  it('tell translations from editions', async () => {
    const { publication } = await api.ask(PublicationDocument, { id: 'publication/guide' });
    expect(publication).toMatchObject({
      translations: [{ id: 'publication/guide-de' }],
      editions: [{ id: 'publication/guide-2' }],
    });
  });

  it.each([
    ['an address', { url: 'http://www.example.org/guide?utm_medium=mail' }, 'publication/guide'],
    ['another address', { url: 'https://example.org/?p=7' }, 'publication/guide'],
    ['a DOI', { doi: 'https://doi.org/10.1000/BRIEF' }, 'publication/brief'],
  ])('find a publication by %s', async (_, variables, id) => {
    expect((await api.ask(PublicationDocument, variables)).publication?.id).toBe(id);
  });

  it('give null for what is not there, or of another kind', async () => {
    for (const variables of [
      { id: 'publication/nowhere' },
      { id: 'theme/asylum' },
      { url: 'https://example.org/none' },
    ])
      expect((await api.ask(PublicationDocument, variables)).publication).toBeNull();
  });

  it('want exactly one of id, url and doi', async () => {
    const [error] = await api.errorsOf(PublicationDocument as never, { id: 'publication/guide', doi: '10.1000/brief' });
    expect(error).toEqual({ message: 'Give exactly one of id, url and doi.', code: 'BAD_USER_INPUT' });
    const [none] = await api.errorsOf(PublicationDocument as never, {});
    expect(none?.code).toBe('BAD_USER_INPUT');
  });

  it('give any entity by id, in its language, in the order asked', async () => {
    const ids = [
      'country/RS',
      'theme/residence',
      'theme/none',
      'project/rest',
      'instrument/protocol',
      'person/author',
      'organisation/lefo',
    ];
    const { nodes } = await api.ask(NodesDocument, { ids, language: 'de' });
    expect(nodes.map((node) => node && `${node.__typename} ${node.kind} ${node.label}`)).toEqual([
      'Country COUNTRY Serbien',
      'Theme THEME Aufenthaltstitel',
      null,
      'Project PROJECT Residency Status',
      'LegalInstrument INSTRUMENT Protocol',
      'Person PERSON An Author',
      'Organisation ORGANISATION LEFÖ-IBF',
    ]);
    expect(nodes[1]?.sameAs).toEqual(['http://eurovoc.europa.eu/1']);
  });

  it('give a legal instrument with its parties, each with its source', async () => {
    const { instrument } = await api.ask(InstrumentDocument, { id: 'instrument/convention' });
    expect(
      instrument?.parties.map(({ country, status, date, statement }) => [
        country.id,
        status,
        date,
        statement.source.file,
      ]),
    ).toEqual([
      ['country/RS', 'ratification', '2001-09-06', null],
      ['country/RS', 'accession', '2001', 'another list'],
      ['country/AT', 'signed', '2000-12-12', null],
    ]);
    const { instrument: protocol } = await api.ask(InstrumentDocument, { id: 'instrument/protocol' });
    expect(protocol).toMatchObject({
      protocolTo: [{ id: 'instrument/convention' }],
      amendedBy: [{ id: 'instrument/directive' }],
      supersededBy: [{ id: 'instrument/directive' }],
      publications: { totalCount: 1 },
    });
  });

  it('give a country with where it stands', async () => {
    const { country } = await api.ask(CountryDocument, { id: 'country/RS' });
    expect(country).toMatchObject({
      instruments: [
        { status: 'ratification', instrument: { id: 'instrument/convention' } },
        { status: 'accession', instrument: { id: 'instrument/convention' } },
      ],
      publications: { totalCount: 3 },
    });
  });

  it('lead from every entity to its publications and neighbours and back', async () => {
    const answer = await api.ask<Record<string, unknown>, object>(`{
      organisation(id: "organisation/lefo") { memberOf { id } coordinates { id } publications { nodes { id } } }
      network: organisation(id: "organisation/network") { members { id } funds { id } }
      theme(id: "theme/protection") { narrower { id } publications { totalCount } }
      related: theme(id: "theme/asylum") { related { id } }
      project(id: "project/rest") { coordinator { id } partners { id } funders { id } countries { id } publications { totalCount } }
      person(id: "person/author") { name publications { nodes { id citedBy { id } cites { id } } } }
    }`);
    expect(answer).toEqual({
      organisation: {
        memberOf: [{ id: 'organisation/network' }],
        coordinates: [{ id: 'project/rest' }],
        publications: {
          nodes: [{ id: 'publication/guide-2' }, { id: 'publication/guide-de' }, { id: 'publication/guide' }],
        },
      },
      network: { members: [{ id: 'organisation/lefo' }], funds: [{ id: 'project/rest' }] },
      theme: { narrower: [{ id: 'theme/asylum' }, { id: 'theme/residence' }], publications: { totalCount: 5 } },
      related: { related: [{ id: 'theme/residence' }] },
      project: {
        coordinator: { id: 'organisation/lefo' },
        partners: [{ id: 'organisation/astra' }],
        funders: [{ id: 'organisation/network' }],
        countries: [{ id: 'country/AT' }, { id: 'country/RS' }],
        publications: { totalCount: 2 },
      },
      person: {
        name: 'An Author',
        publications: { nodes: [{ id: 'publication/brief', citedBy: [], cites: [{ id: 'publication/guide' }] }] },
      },
    });
  });

  it('count, and find ways with the statement behind each hop', async () => {
    const { counts } = await api.ask(CountsDocument, { by: ['THEME', 'COUNTRY'], first: 1 });
    expect(counts).toEqual([{ values: ['theme/residence', 'country/AT'], count: 3 }]);
    const { path } = await api.ask(PathsDocument, { from: 'person/author', to: 'organisation/astra' });
    expect(path).toEqual([
      {
        length: 2,
        nodes: [{ id: 'person/author' }, { id: 'publication/brief' }, { id: 'organisation/astra' }],
        hops: [
          { statement: { relation: 'AUTHORED_BY', from: { id: 'publication/brief' }, to: { id: 'person/author' } } },
          {
            statement: {
              relation: 'PUBLISHED_BY',
              from: { id: 'publication/brief' },
              to: { id: 'organisation/astra' },
            },
          },
        ],
      },
    ]);
  });

  it('say what stands together with what, and how often', async () => {
    const answer = await api.ask<Record<string, unknown>, object>(`{
      country(id: "country/RS") { name(language: "sr-Cyrl") themes: connected(kind: THEME) { count node { id } } }
      theme(id: "theme/residence") { connected(kind: ORGANISATION, first: 1) { count node { label } } }
    }`);
    expect(answer).toEqual({
      country: {
        name: 'Србија',
        themes: [
          { count: 3, node: { id: 'theme/residence' } },
          { count: 1, node: { id: 'theme/asylum' } },
        ],
      },
      theme: { connected: [{ count: 4, node: { label: 'LEFÖ-IBF' } }] },
    });
  });

  it('tell what the server holds', async () => {
    const { status } = await api.ask(StatusDocument);
    expect(status.engine).toBe(engine.name);
    expect(status.revision).toBe(1);
    expect(status.entities).toContainEqual({ kind: 'PUBLICATION', count: 7 });
    expect(status.links).toContainEqual({ relation: 'HAS_PARTY', count: 2 });
  });
});
