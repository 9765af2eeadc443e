import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Evidence } from '../../src/ingest/draft.ts';
import { onEveryEngine } from '../engines.ts';
import { makeKeys, type Keys } from '../make-keys.ts';
import { smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

const html = (title: string) => `<!doctype html><html lang="en"><head><title>${title}</title>
  <meta name="citation_title" content="${title}"><meta name="citation_publication_date" content="2021/03/04"></head>
  <body><article><h1>${title}</h1><p>ASTRA writes on the residence permit of trafficked persons in Serbia, and on what
  asylum means for them; Serbia has bound itself by the Convention.</p></article></body></html>`;

onEveryEngine('ingestPage', (engine) => {
  let served: Served;
  let keys: Keys;
  beforeAll(async () => {
    keys = await makeKeys();
    served = await serve(engine, smallCatalogue, undefined, { keyring: keys.keyring, origins: [] });
  });
  afterAll(() => served.close());

  interface Page {
    revision: number;
    draft: { file: string; title: string; themes: string[]; evidence: Evidence[] } | null;
    skipped: string | null;
    filed: string | null;
    id: string | null;
    waits: string[];
    page: { title: string; text: string } | null;
  }
  const post = async (query: string, variables: object, headers: object = keys.curator) => {
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: never; errors?: { message: string; extensions: { code: string } }[] };
  };
  const fields = 'revision draft page { title text } skipped filed id waits';
  const query = `mutation ($html: String, $text: String, $file: String, $name: String, $url: String, $write: Boolean, $ask: Boolean) {
    ingestPage(html: $html, text: $text, file: $file, name: $name, url: $url, write: $write, ask: $ask) { ${fields} } }`;
  const ingest = async (variables: object) => {
    const { data, errors } = await post(query, variables);
    expect(errors).toBeUndefined();
    return (data as { ingestPage: Page }).ingestPage;
  };

  it('reads a page without writing it where that is wanted', async () => {
    const page = await ingest({ html: html('On permits'), url: 'https://astra.example/permits', write: false });
    expect(page).toMatchObject({ revision: 1, skipped: null, filed: null, id: null, waits: [] });
    expect(page.draft).toMatchObject({ title: 'On permits', themes: expect.arrayContaining(['theme/residence']) });
    expect(page.draft!.evidence.length).toBeGreaterThan(0);
  }, 60_000);

  it('files a page, asks a curator what it is not sure of, and carries out what they say', async () => {
    const given = { html: html('Permits in doubt'), url: 'https://astra.example/doubt' };
    const first = await ingest(given);
    expect(['GRAPH', 'REVIEW']).toContain(first.filed);
    expect(await ingest(given)).toMatchObject({ filed: 'UNCHANGED' });
    let id = first.id!;
    if (first.filed === 'REVIEW') {
      expect(first.waits.length).toBeGreaterThan(0);
      const list = '{ reviews { nodes { id kind title page fromId intoId evidence } } }';
      const { data } = await post(list, {});
      const [review] = (data as { reviews: { nodes: object[] } }).reviews.nodes;
      expect(review).toMatchObject({
        id,
        kind: 'DRAFT',
        title: 'Permits in doubt',
        intoId: null,
        evidence: first.waits,
      });
      expect(review).toMatchObject({ page: { draft: { title: 'Permits in doubt' }, record: { kind: 'publication' } } });
      const decide = `mutation { decide(id: "${id}", decision: ACCEPT, without: ["themes:theme/residence"]) { review { status intoId page } } }`;
      const { data: made, errors } = await post(decide, {});
      expect(errors).toBeUndefined();
      const decided = made as { decide: { review: { intoId: string } } };
      expect(decided.decide.review).toMatchObject({ status: 'ACCEPTED', page: null });
      id = decided.decide.review.intoId;
    }
    const shown = await post('query ($id: ID!) { publication(id: $id) { title themes { id } } }', { id }, {});
    expect(shown.data).toMatchObject({ publication: { title: 'Permits in doubt' } });
    if (first.filed === 'REVIEW') expect(JSON.stringify(shown.data)).not.toContain('theme/residence');
    const changes = await post('{ changes(since: "1") { nodes { id author } } }', {}, {});
    expect(JSON.stringify(changes.data)).toContain(JSON.stringify({ id, author: 'Cora' }));
  }, 60_000);

  it('gives the words that the evidence counts in, ways to reach anybody covered, and keeps none of them', async () => {
    const given = {
      html: html('Words that pass').replace('</article>', '<p>Jana (jana@astra.example, tel. 011 334 7817) on Serbia, unforgettably.</p></article>'),
      url: 'https://astra.example/words',
    }; // prettier-ignore
    const { draft, page } = await ingest(given);
    const placed = draft!.evidence.filter(({ from, start }) => from === 'text' && start !== undefined);
    expect(placed.length).toBeGreaterThan(1);
    for (const { text, start, end } of placed) expect(page!.text.slice(start, end)).toBe(text);
    expect(page).toMatchObject({ title: 'Words that pass', text: expect.stringContaining('unforgettably') });
    expect(page!.text).toMatch(/Jana \(•+, •+\) on Serbia/);
    const kept = await served.catalogue.store.read('MATCH (p:Proposal) RETURN p.page AS page');
    expect(JSON.stringify(kept)).toContain('Words that pass');
    expect(JSON.stringify(kept)).not.toMatch(/unforgettably|jana@|334/);
  }, 60_000);

  it('reads the bytes of a file in their own encoding, and calls it by its name alone', async () => {
    const page = html('Prièa').replace('<head>', '<head><meta charset="windows-1250">');
    const bytes = Buffer.from(page, 'latin1'); // è there is the byte of č in windows-1250
    const file = bytes.toString('base64');
    const { draft } = await ingest({ file, name: 'C:\\Jana\\priča.html', write: false });
    expect(draft).toMatchObject({ file: 'priča.html', title: 'Priča' });
    const text =
      '---\ntitle: A guide to permits\n---\n\n# Permits\n\nOn the residence permit of trafficked persons in Serbia.';
    const markdown = await ingest({ file: Buffer.from(text).toString('base64'), name: 'guide.md', write: false });
    expect(markdown.draft).toMatchObject({ file: 'guide.md', title: 'A guide to permits' });
    const office = await ingest({ file: Buffer.from('PK\x03\x04').toString('base64') });
    expect(office.skipped).toMatch(/^it is an archive or an office document/);
  }, 60_000);

  it('asks about a page, however sure, where somebody wants to look first; of kinds and one by one', async () => {
    const page = await ingest({ html: html('Permits to ask about'), url: 'https://astra.example/ask', ask: true });
    expect(page).toMatchObject({ filed: 'REVIEW', waits: ['somebody wants to look at it'] });
    const one = 'query ($id: ID!) { review(id: $id) { id kind status title without } }';
    const { data } = await post(one, { id: page.id });
    expect(data).toEqual({
      review: { id: page.id, kind: 'DRAFT', status: 'OPEN', title: 'Permits to ask about', without: [] },
    });
    expect((await post(one, { id: 'nothing' })).data).toEqual({ review: null });
    expect((await post(one, { id: page.id }, {})).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    const list =
      'query ($kind: ReviewKind) { reviews(kind: $kind, first: 1) { totalCount kinds { kind count } nodes { kind } } }';
    const { reviews } = (await post(list, {})).data as { reviews: { totalCount: number; kinds: object[] } };
    expect(reviews.totalCount).toBeGreaterThan(0);
    const kinds = [{ kind: 'DUPLICATE', count: 0 }, { kind: 'TRANSLATION', count: 0 }, { kind: 'DRAFT', count: reviews.totalCount }]; // prettier-ignore
    expect((await post(list, { kind: 'DRAFT' })).data).toEqual({
      reviews: { totalCount: reviews.totalCount, kinds, nodes: [{ kind: 'DRAFT' }] },
    });
    expect((await post(list, { kind: 'DUPLICATE' })).data).toEqual({ reviews: { totalCount: 0, kinds, nodes: [] } });
    await post('mutation ($id: ID!) { decide(id: $id, decision: REJECT, without: ["date"]) { revision } }', {
      id: page.id,
    });
    const again = await ingest({ html: html('Permits to ask about'), url: 'https://astra.example/ask', ask: true });
    expect(again).toMatchObject({ filed: 'UNCHANGED', id: page.id });
    expect((await post(one, { id: page.id })).data).toMatchObject({
      review: { status: 'REJECTED', without: ['date'] },
    });
    const reopen = 'mutation ($id: ID!) { reopen(id: $id, reason: "a slip") { review { status past { reopenedBy reason } page } } }'; // prettier-ignore
    expect((await post(reopen, { id: page.id }, {})).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await post(reopen, { id: page.id })).data).toEqual({
      reopen: { review: { status: 'OPEN', past: [{ reopenedBy: 'Cora', reason: 'a slip' }], page: null } },
    });
    const accept = 'mutation ($id: ID!) { decide(id: $id, decision: ACCEPT) { review { status without } } }';
    expect((await post(accept, { id: page.id })).errors).toMatchObject([
      {
        message: expect.stringContaining('read it again first: ingest https://astra.example/ask --write'),
        extensions: { code: 'REFUSED' },
      },
    ]);
    const read = await ingest({ html: html('Permits to ask about'), url: 'https://astra.example/ask', ask: true });
    expect(read).toMatchObject({ filed: 'REVIEW', id: page.id });
    const accepted = (await post(accept, { id: page.id })).data;
    expect(accepted).toEqual({ decide: { review: { status: 'ACCEPTED', without: ['date'] } } });
  }, 60_000);

  it('says why there is no draft of a page', async () => {
    expect(await ingest({ text: '…' })).toMatchObject({
      draft: null,
      filed: null,
      skipped: 'there are no words in it',
    });
    expect((await ingest({ url: 'https://astra.example/' })).skipped).toMatch(
      /^nobody is named .* PUBLIC_URL is not set/,
    );
  }, 60_000);

  it.each([
    [{}, 'No page was given; give html, text, file or url.'],
    [{ text: 'x', file: 'eA==' }, 'Both text and file were given; give one of them.'],
    [{ file: 'not Base64' }, 'file: it is not Base64 with + and /, padded with =, on one line.'],
    [{ file: 'eA==', name: 'x'.repeat(201) }, 'name: it has 201 characters; the limit is 200.'],
    [{ html: 'x', text: 'x' }, 'Both html and text were given; give one of them.'],
    [
      { url: 'file:///etc/passwd' },
      'url: "file:///etc/passwd" is not a whole address such as https://example.org/page.',
    ],
  ])('refuses %j', async (variables, message) => {
    const { errors } = await post(query, variables);
    expect(errors!.map(({ message: told, extensions }) => [extensions.code, told])).toEqual([
      ['BAD_USER_INPUT', message],
    ]);
  });

  it('needs a key', async () => {
    const { errors } = await post(query, { text: 'A text of a reader' }, {});
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });
});
