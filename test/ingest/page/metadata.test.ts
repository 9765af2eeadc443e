import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/ingest/page/read-page.ts';

const url = 'https://example.org/en/library/a-report/';
const metadataOf = (head: string, body = '', at: string | undefined = url) =>
  readPage(`<!doctype html><html><head>${head}</head><body>${body}<p>Some words.</p></body></html>`, at).metadata;
const values = (found: { value: unknown }[]) => found.map(({ value }) => value);
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('JSON-LD', () => {
  it('tells of the article of a WordPress page, whose parts only name each other', () => {
    const metadata = metadataOf(
      linked({
        '@graph': [
          { '@type': 'Article', '@id': `${url}#article`, headline: 'A &#8220;report&#8221;', datePublished: '2021-03-05T10:00:00+01:00', dateModified: '2023-01-01', inLanguage: 'en-GB', author: { '@id': '#person' }, publisher: { '@id': '#us' } },
          { '@type': 'WebPage', '@id': url, name: 'A report - Example', datePublished: '2021-03-04' },
          { '@type': 'WebSite', name: 'Example', publisher: { '@id': '#us' } },
          { '@type': ['Person'], '@id': '#person', name: 'Ana Anić' },
          { '@type': 'Organization', '@id': '#us', name: 'Example' },
        ],
      }),
    ); // prettier-ignore
    expect(metadata).toMatchObject({
      titles: [{ value: 'A “report”' }, { value: 'A report - Example' }],
      dates: [{ value: '2021-03-05T10:00:00+01:00', place: { from: 'json-ld' } }, { value: '2021-03-04' }],
      languages: [{ value: 'en' }],
      authors: [{ value: 'Ana Anić' }],
      publishers: [{ value: 'Example', confidence: 0.5 }], // a site's own name is a weak word on who published a work
      sites: [{ value: 'Example' }],
    });
    expect(values(metadata.types)).toEqual(['Article', 'WebPage']);
  });

  it('is read past lists in lists without end', () => {
    const lists = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const script = `<script type="application/ld+json">{"@type":"Report","name":"A report","author":${lists}}</script>`;
    expect(values(metadataOf(script).titles)).toEqual(['A report']);
  });

  it('tells of a report with several publishers, authors, numbers and files', () => {
    const metadata = metadataOf(
      linked([
        {
          '@type': 'https://schema.org/Report',
          name: { '@value': 'A report', '@language': 'en' },
          author: [{ '@type': 'Person', name: 'Ana Anić' }, 'Bo Berg', { '@type': 'NGO', name: 'Example Trust' }],
          publisher: [{ name: 'One' }, { name: ['Two'] }],
          identifier: [{ '@type': 'PropertyValue', propertyID: 'DOI', value: 'https://doi.org/10.1234/AbC' }],
          isbn: '978-92-9234-443-6',
          copyrightYear: 2019,
          inLanguage: [{ '@type': 'Language', name: 'French', alternateName: 'fr' }],
          encoding: { '@type': 'MediaObject', contentUrl: '/files/report.pdf' },
        },
      ]),
    );
    expect(values(metadata.authors)).toEqual(['Ana Anić', 'Bo Berg']);
    expect(values(metadata.publishers)).toEqual(['One', 'Two', 'Example Trust']);
    expect(values(metadata.dois)).toEqual(['10.1234/abc']);
    expect(values(metadata.isbns)).toEqual(['9789292344436']);
    expect(values(metadata.dates)).toEqual(['2019']);
    expect(values(metadata.languages)).toEqual(['fr']);
    expect(values(metadata.urls)).toEqual(['https://example.org/files/report.pdf']);
  });

  it('of a list of pages tells nothing, but of the one that is this page', () => {
    const articles = [1, 2].map((n) => ({
      '@type': 'Article',
      headline: `Page ${n}`,
      url: `https://example.org/${n}`,
    }));
    expect(metadataOf(linked(articles)).titles).toEqual([]);
    expect(metadataOf(linked(articles), '', 'http://www.example.org/2/').titles).toMatchObject([{ value: 'Page 2' }]);
  });

  it('that is written wrongly is read as far as it goes', () => {
    const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
    const article = '{"@type":"Article","headline":"Over\ntwo lines"}';
    for (const text of [article, `${article};`, `<!-- ${article} -->`, `//<![CDATA[\n${article}\n//]]>`])
      expect(metadataOf(script(text)).titles).toMatchObject([{ value: 'Over two lines' }]);
    const rubbish = ['', 'null', '[]', '{', '7', '"text"', '[[[[[[[[1]]]]]]]]', '{"@type":null}', '{"@type":{"a":1}}',
      '{"@type":"Article","headline":{"a":1},"author":[null,5,{"name":{}}],"datePublished":[[]],"publisher":false}']; // prettier-ignore
    for (const text of rubbish)
      expect(metadataOf(script(text))).toMatchObject({ titles: [], dates: [], publishers: [], isbns: [] });
  });
});

describe('meta tags', () => {
  it('of several vocabularies are ranked by how sure they are', () => {
    const metadata = metadataOf(
      `<meta property="og:title" content="A report | Example"><meta name="citation_title" content="A report">
       <meta name="DC.title" content="A Report (2021)"><meta name="citation_author" content="Anić, Ana">
       <meta name="citation_authors" content="Berg, Bo; Costa, Carla"><meta name="DCTERMS.issued" content="2021-03">
       <meta name="citation_publication_date" content="2021/3/5"><meta name="DCTERMS.available" content="2022-07-01">
       <meta property="article:published_time" content="2022-06-30T08:00Z"><meta name="date" content="2022-06-29">
       <meta property="article:modified_time" content="2024-01-01"><meta name="dc.identifier" content="doi:10.5555/12">
       <meta name="dcterms.publisher" content="Example Trust"><meta property="og:site_name" content="Example">
       <meta name="citation_isbn" content="not known"><meta name="dc.language" content="eng">`,
    );
    expect(values(metadata.titles)).toEqual(['A report', 'A Report (2021)', 'A report | Example']);
    expect(values(metadata.dates)).toEqual(['2021/3/5', '2021-03', '2022-06-30T08:00Z', '2022-06-29', '2022-07-01']);
    expect(values(metadata.authors)).toEqual(['Anić, Ana', 'Berg, Bo', 'Costa, Carla']);
    expect(metadata.publishers).toMatchObject([
      { value: 'Example Trust', place: { from: 'dublin-core', text: 'Example Trust' } },
    ]);
    expect(values(metadata.dois)).toEqual(['10.5555/12']);
    expect(metadata.isbns).toEqual([]);
    expect(values(metadata.languages)).toEqual(['en']);
  });

  it.each(['admin', 'Administrator', 'webmaster', 'https://example.org/author/x', 'info@example.org', 'Example', '7'])(
    'do not make %s an author',
    (name) => {
      const head = `<meta property="og:site_name" content="Example"><meta name="author" content="${name}">`;
      expect(metadataOf(head).authors).toEqual([]);
    },
  );
});

describe('links', () => {
  const alternate = (language: string, href: string) => `<link rel="alternate" hreflang="${language}" href="${href}">`;

  it('give the addresses of the page, the canonical one first', () => {
    const head = `<link rel="shortlink" href="/?p=7"><meta property="og:url" content="${url}?from=mail">
      <link rel="canonical" href="${url}"><link rel="alternate" type="application/pdf" href="/a.pdf">
      <link rel="stylesheet" href="/a.css">`;
    expect(values(metadataOf(head).urls)).toEqual([
      url, `${url}?from=mail`, 'https://example.org/a.pdf', 'https://example.org/?p=7',
    ]); // prettier-ignore
    expect(metadataOf('<link rel="canonical" href="https://example.org/en/">').urls).toEqual([]);
    expect(metadataOf('<link rel="canonical" href="javascript:void(0)">').urls).toEqual([]);
  });

  it('give its translations, and not itself nor front pages', () => {
    const head = [
      alternate('x-default', url), alternate('en', url), alternate('de-AT', '/de/bericht/'),
      alternate('sr-Latn-RS', 'https://example.org/sr/izvestaj/'), alternate('fr', 'https://example.org/fr/'),
    ].join(''); // prettier-ignore
    const body = '<a hreflang="ro-RO" href="/ro/raport/">Română</a> <a href="/es/informe/">Español</a>';
    expect(values(metadataOf(head, body).translations)).toEqual([
      { language: 'de', url: 'https://example.org/de/bericht/' },
      { language: 'sr-Latn', url: 'https://example.org/sr/izvestaj/' },
      { language: 'ro', url: 'https://example.org/ro/raport/' },
    ]);
    expect(values(metadataOf(alternate('fr', '/fr/'), '', 'https://example.org/').translations)).toHaveLength(1);
  });
});
