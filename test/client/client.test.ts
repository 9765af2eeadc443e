import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, it } from 'vitest';
import {
  ApiError,
  createClient,
  type Client,
  type ClientOptions,
  type TypedDocument,
} from '../../src/client/client.ts';
import {
  ImportRecordsDocument,
  PublicationDocument,
  PublicationsDocument,
  RelatedDocument,
  ReviewsDocument,
  StatusDocument,
} from '../../src/client/operations.generated.ts';
import { onEveryEngine } from '../engines.ts';
import { serve, type Served } from '../http/serve.ts';
import { makeKeys, type Keys } from '../make-keys.ts';
import { publication, smallCatalogue } from '../records.ts';

interface Data {
  theme: { publications: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } | null;
}

onEveryEngine('the client', (engine) => {
  let served: Served;
  let keys: Keys;
  let client: Client;
  /** What really went over the wire, in order. */
  let sent: { url: URL; method: string; body: { query?: string; variables?: unknown } | null }[] = [];
  const clientWith = (options: Partial<ClientOptions> = {}) =>
    createClient({
      server: `${served.url}/`,
      fetch: (input, init) => {
        const body = init?.body ? (JSON.parse(init.body as string) as { query?: string }) : null;
        sent.push({ url: new URL(input as string), method: init!.method!, body });
        return fetch(input, init);
      },
      ...options,
    });
  beforeAll(async () => {
    const shelf = Array.from({ length: 7 }, (_, i) => publication(`shelf-${i}`));
    keys = await makeKeys();
    served = await serve(engine, [...smallCatalogue, ...shelf], undefined, { keyring: keys.keyring, origins: [] });
    client = clientWith();
  });
  afterAll(() => served.close());
  beforeEach(() => void (sent = []));

  it('gives the data of a typed document, by a GET that caches can keep', async () => {
    const { publication } = await client.query(PublicationDocument, { id: 'publication/brief' });
    expectTypeOf(publication!.title).toEqualTypeOf<string>();
    expect(publication!.publishers.map(({ name }) => name)).toEqual(['ASTRA']);
    expect(sent.map(({ method, body }) => ({ method, body }))).toEqual([{ method: 'GET', body: null }]);
  });

  it('needs no variables where the document has none, and takes any document as a string', async () => {
    const { status } = await client.query(StatusDocument);
    const answer = await client.query<{ status: { revision: number } }, object>('{ status { revision } }');
    expect(answer.status.revision).toBe(status.revision);
  });

  it('asks in a way that pages of other sites need no leave for', async () => {
    const headers: Record<string, string>[] = [];
    const plain = clientWith({
      fetch: (input, init) => {
        headers.push(init!.headers as Record<string, string>);
        return fetch(input, init);
      },
    });
    await plain.query(StatusDocument);
    expect(Object.keys(headers[0]!)).toEqual(['accept']);
    expect(headers[0]!.accept).not.toMatch(/[^\w+/;=., -]/); // a value that is not plain would need leave too
  });

  it('sends what is too long for an address by POST, and all by POST where that is wanted', async () => {
    const text = `Residence permits for victims. ${'They are rarely given. '.repeat(100)}`;
    await client.query(RelatedDocument, { to: { text } });
    await client.query(StatusDocument, {}, { get: false });
    expect(sent.map(({ method, url }) => [method, url.search])).toEqual([
      ['POST', ''],
      ['POST', ''],
    ]);
  });

  it('goes through a connection page after page, in its order, and stops asking when nobody reads on', async () => {
    const all = (await client.query(PublicationsDocument, { first: 100 })).publications.edges.map(
      ({ node }) => node.id,
    );
    sent = [];
    const walked: string[] = [];
    for await (const { node } of client.walk(PublicationsDocument, { first: 4 }, (data) => data.publications))
      walked.push(node.id);
    expect(walked).toEqual(all);
    expect(sent).toHaveLength(Math.ceil(all.length / 4));
    sent = [];
    for await (const { node } of client.walk(PublicationsDocument, { first: 4 }, (data) => data.publications))
      if (node.id === all[4]) break;
    expect(sent).toHaveLength(2);
  });

  it('walks through nodes as well, and over nothing where there is no connection', async () => {
    const document: TypedDocument<Data, { id: string }> = `query ($id: ID!, $after: String) {
      theme(id: $id) { publications(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }
    }`;
    const walk = async (id: string) => {
      const ids: string[] = [];
      for await (const node of client.walk(document, { id }, (data) => data.theme?.publications)) ids.push(node.id);
      return ids;
    };
    expect((await walk('theme/residence')).length).toBeGreaterThan(1);
    expect(await walk('theme/nowhere')).toEqual([]);
  });

  it('throws what the server says is wrong, with its code and what it was held to cost', async () => {
    const error = await client.query(PublicationsDocument, { first: 1_000 }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      code: 'BAD_USER_INPUT',
      status: 200,
      cost: { budget: 20_000 },
      message: expect.stringContaining('1000'),
    });
  });

  it('keeps what was answered beside an error', async () => {
    const document = '{ status { revision } publication(id: "x", url: "y") { id } }';
    const error = await client.query(document).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', data: { status: { revision: expect.any(Number) } } });
  });

  it.each([
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED', 400],
    ['{ status {', 'GRAPHQL_PARSE_FAILED', 400],
  ])('says of %s: %s', async (document, code, status) => {
    await expect(client.query(document)).rejects.toMatchObject({ code, status });
  });

  it('says what answered where that is no GraphQL at all', async () => {
    const elsewhere = clientWith({ server: `${served.url}/elsewhere` });
    await expect(elsewhere.query(StatusDocument)).rejects.toMatchObject({ code: 'HTTP_404', status: 404 });
  });

  it('ends at once when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(client.query(StatusDocument, {}, { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('sends the hash of a document alone once the server knows it', async () => {
    const short = clientWith({ persisted: true });
    const document = `query Held_${engine.name} { status { engine } }`;
    const first = await short.query(document);
    const again = await short.query(document);
    expect(again).toEqual(first);
    expect(
      sent.map(({ method, url, body }) => [method, url.searchParams.has('query') || body?.query !== undefined]),
    ).toEqual([
      ['GET', false], // not known yet …
      ['POST', true], // … so told …
      ['GET', false], // … and known.
    ]);
  });

  it('writes with a key, by POST alone, and says when it is not taken', async () => {
    const key = keys.curator.authorization.slice('Bearer '.length);
    const curator = clientWith({ key, persisted: true });
    const records = [publication('by-client', { themes: ['theme/asylum'] }), { kind: 'publication' }];
    const { importRecords } = await curator.query(ImportRecordsDocument, { records, reason: 'by a program' });
    expect(importRecords).toMatchObject({ created: 1, rejected: 1, rejections: [{ index: 1, field: 'id' }] });
    const { publication: made } = await client.query(PublicationDocument, { id: 'publication/by-client' });
    expect(made!.themes.map(({ id }) => id)).toEqual(['theme/asylum']);
    expect((await curator.query(ReviewsDocument)).reviews.totalCount).toBe(0);
    const withKey = sent.filter(({ body }) => body !== null);
    expect(withKey.length).toBe(sent.length - 1);
    for (const other of [clientWith(), clientWith({ key: `${key.slice(0, -4)}AAAA` })])
      await expect(other.query(ReviewsDocument)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
  });
});
