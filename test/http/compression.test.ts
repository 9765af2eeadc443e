import { request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { publication, smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

/** An answer with its bytes as they were sent: fetch would unpack them. */
interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

const unpacked = ({ headers, bytes }: Raw): string => {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(bytes).toString();
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
};

/** So many publications that a page of a hundred of them is more than is ever kept. */
const summary = 'Residence permits for those who were trafficked, and who decides on them. '.repeat(60);
const many = Array.from({ length: 100 }, (_, number) =>
  publication(`many-${number}`, { summary, title: `No. ${number}` }),
);

onEveryEngine('packing what is sent', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, [...smallCatalogue, ...many]);
  });
  afterAll(() => served.close());

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) =>
    new Promise<Raw>((answered, failed) => {
      const asking = request(`${served.url}${path}`, { method, headers }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        answered({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) });
      });
      asking.on('error', failed).end(body);
    });
  const query = '{ publications(first: 10) { nodes { id title date language themes { id } countries { id } } } }';
  const small = `/graphql?${new URLSearchParams({ query })}`;
  const large = `/graphql?${new URLSearchParams({ query: '{ publications(first: 100) { nodes { id title summary } } }' })}`;

  describe.each([
    ['/schema.graphql', 'text/plain; charset=utf-8'],
    ['/', 'text/html; charset=utf-8'],
    ['/feed.atom', 'application/atom+xml; charset=utf-8'],
    ['/related?id=publication/brief', 'application/json; charset=utf-8'],
    [small, 'application/json; charset=utf-8'],
    [large, 'application/json; charset=utf-8'],
  ])('%.30s', (path, type) => {
    it.each(['br', 'gzip'])('is sent as %s where that is taken, and says the same', async (encoding) => {
      const [plain, packed] = [await ask(path), await ask(path, { 'accept-encoding': encoding })];
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers['content-type']).toBe(type);
      expect(packed.headers.vary).toContain('accept-encoding');
      expect(plain.headers.vary).toBe(packed.headers.vary);
      expect(unpacked(packed)).toBe(plain.bytes.toString());
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length * 0.6);
    });
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['*', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['deflate', undefined],
    ['', undefined],
    ['identity', undefined],
  ])('takes what a client likes best: %s', async (accepted, encoding) => {
    const { headers } = await ask(small, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
  });

  it('leaves alone what is small already', async () => {
    const response = await ask('/health/live', { 'accept-encoding': 'br, gzip' });
    expect([response.headers['content-encoding'], response.bytes.toString()]).toEqual([undefined, 'live\n']);
  });

  it.each([
    ['GraphQL', small],
    ['a related list', '/related?id=publication/brief'],
  ])('gives every form of %s a tag of its own and knows each of them again', async (_, path) => {
    const forms = ['identity', 'br', 'gzip'];
    const tags = await Promise.all(
      forms.map(async (form) => (await ask(path, { 'accept-encoding': form })).headers.etag!),
    );
    expect(new Set(tags).size).toBe(3);
    for (const accepted of forms)
      for (const tag of tags) {
        const response = await ask(path, { 'accept-encoding': accepted, 'if-none-match': `W/"no", ${tag}` });
        expect([response.status, response.headers.etag, response.bytes.length]).toEqual([304, tag, 0]);
        expect(response.headers.vary).toContain('accept-encoding');
        expect(response.headers['content-encoding']).toBeUndefined();
      }
    const other = await ask(path, { 'accept-encoding': 'br', 'if-none-match': tags[1]!.replace('-br', '-zz') });
    expect(other.status).toBe(200);
  });

  it.each([small, large])('tells HEAD what GET would say', async (path) => {
    for (const accepted of ['identity', 'br']) {
      const [get, head] = [
        await ask(path, { 'accept-encoding': accepted }),
        await ask(path, { 'accept-encoding': accepted }, 'HEAD'),
      ];
      for (const name of ['etag', 'vary', 'content-type', 'content-encoding', 'cache-control'])
        expect(head.headers[name]).toBe(get.headers[name]);
      expect([head.status, head.bytes.length]).toEqual([200, 0]);
      if (accepted === 'identity') expect(head.headers['content-length']).toBe(String(get.bytes.length));
    }
  });

  it('sends a large answer while it is being packed, and a small one whole', async () => {
    const [first, other] = [
      await ask(small, { 'accept-encoding': 'br' }),
      await ask(large, { 'accept-encoding': 'br' }),
    ];
    expect([first.headers['transfer-encoding'], other.headers['transfer-encoding']]).toEqual([undefined, 'chunked']);
    expect(JSON.parse(unpacked(other))).toHaveProperty('data.publications.nodes.99');
  });

  it('packs the answer to a POST too', async () => {
    const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip' };
    const response = await ask('/graphql', headers, 'POST', JSON.stringify({ query }));
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(unpacked(response))).toHaveProperty('data.publications.nodes.9');
  });

  it('outlives a client that leaves in the middle of a large answer', async () => {
    await new Promise<void>((left) => {
      const asking = request(`${served.url}${large}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        response.once('data', () => asking.destroy());
        response.on('close', left).on('error', () => {});
      });
      asking.on('error', () => {}).end();
    });
    expect((await ask('/health/live')).status).toBe(200);
  });
});
