import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { save, smallCatalogue } from '../records.ts';
import { endAfterEach, run } from '../run.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
}
interface Export {
  resourceSpans: { resource: { attributes: Span['attributes'] }; scopeSpans: { spans: Span[] }[] }[];
}

const valuesOf = ({ attributes }: Pick<Span, 'attributes'>) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

onEveryEngine('traces for OpenTelemetry', (engine) => {
  endAfterEach();
  let collector: Server;
  let sent: string[];
  beforeAll(async () => {
    sent = [];
    collector = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      if (request.url === '/v1/traces') sent.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
    await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => collector.close());

  it('tell how long what took, as part of the trace that was begun elsewhere, and nothing of what was looked up', async () => {
    const store = await engine.openEmpty();
    let GRAPH_URL = engine.address.engine === 'neo4j' ? engine.address.url : '';
    if (GRAPH_URL) await save(store, smallCatalogue);
    else GRAPH_URL = mkdtempSync(join(tmpdir(), 'common-thread-traces-')); // ours is held by this process
    const { port } = collector.address() as AddressInfo;
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
    const server = run('src/server.ts', [], { GRAPH_URL, PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT });
    const [, url] = await server.writes(/^ {2}(http:\/\/localhost:\d+)\/related /m);

    const trace = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${trace}-b7ad6b7169203331-01`;
    const query = 'query Secretly($id: ID!) { node(id: $id) { id statements { to { id } } } }';
    const body = JSON.stringify({ query, variables: { id: 'country/RS' } });
    const headers = { 'content-type': 'application/json', traceparent };
    expect((await fetch(`${url}/graphql`, { method: 'POST', headers, body })).status).toBe(200);
    expect((await fetch(`${url}/publication/nowhere-at-all`, { headers: { traceparent } })).status).toBe(404);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);

    const exports = sent.map((text) => JSON.parse(text) as Export).flatMap(({ resourceSpans }) => resourceSpans);
    expect(valuesOf(exports[0]!.resource)).toMatchObject({ 'service.name': 'common-thread' });
    const spans = exports
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
      .filter(({ traceId }) => traceId === trace);
    const asked = spans.find(({ name }) => name === 'POST /graphql')!;
    expect(asked.parentSpanId).toBe('b7ad6b7169203331');
    expect(valuesOf(asked)).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': 200,
    });
    const operation = spans.find(({ parentSpanId }) => parentSpanId === asked.spanId)!;
    expect(valuesOf(operation)).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Secretly',
      'graphql.outcome': 'OK',
    });
    const reads = spans.filter(({ name }) => name === 'read the graph');
    expect(reads.length).toBeGreaterThan(0);
    expect(valuesOf(reads[0]!)).toEqual({ 'db.system.name': engine.address.engine });
    const missed = spans.find(({ name }) => name === 'GET /publication/*')!;
    expect(valuesOf(missed)).toMatchObject({ 'http.response.status_code': 404 });
    expect(missed.status.code ?? 0).toBe(0); // nobody's fault but the sender's

    const all = sent.join('');
    for (const secret of ['country/RS', 'nowhere-at-all', '127.0.0.1', 'localhost']) expect(all).not.toContain(secret);
  }, 120_000);
});
