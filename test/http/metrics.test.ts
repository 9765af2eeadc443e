import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { log } from '../../src/observe/log.ts';
import { onEveryEngine } from '../engines.ts';
import { smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

onEveryEngine('what is seen of the server from outside', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
  });
  afterAll(() => served.close());
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${served.url}${path}`, { headers });
  const metrics = async () => readMetrics(await (await get('/metrics')).text());
  const ask = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it('counts requests by route and status, not by what was asked for', async () => {
    await get('/publication/brief');
    await get('/publication/brief?language=de');
    await get('/publication/nowhere-to-be-found');
    await get('/nowhere-to-be-found');
    await vi.waitFor(async () => {
      const counted = (await metrics()).filter(({ name }) => name === 'http_request_duration_seconds_count');
      const of = (route: string) =>
        counted.flatMap(({ labels, value }) => (labels.route === route ? [[labels.status, value]] : []));
      expect(of('/publication/*')).toEqual([
        ['200', 2],
        ['404', 1],
      ]);
      expect(of('none')).toEqual([['404', 1]]);
    });
    expect(JSON.stringify(await metrics())).not.toMatch(/brief|nowhere/);
  });

  it('counts GraphQL operations by what they ended with', async () => {
    await ask('query SecretName { status { revision } }');
    await ask('{ nothing }');
    await ask('{ publications(first: 1000000) { nodes { id } } }');
    const counted = (await metrics()).filter(({ name }) => name === 'graphql_operations_total');
    const outcomes = Object.fromEntries(counted.map(({ labels, value }) => [labels.outcome, value]));
    expect(outcomes).toEqual({ OK: 1, GRAPHQL_VALIDATION_FAILED: 1, BAD_USER_INPUT: 1 });
    expect(JSON.stringify(counted)).not.toContain('SecretName');
  });

  it('tells what the catalogue holds and whether it is in step', async () => {
    const told = await metrics();
    const value = (name: string, kind?: string) =>
      told.find((metric) => metric.name === name && metric.labels.kind === kind)?.value;
    expect(value('catalogue_revision')).toBe(served.catalogue.projection.revision);
    expect(value('catalogue_entities', 'publication')).toBe(served.catalogue.projection.ofKind.publication.length);
    expect(value('catalogue_in_step')).toBe(1);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    const said = vi.spyOn(log, 'error').mockReturnValue();
    served.failReads(true);
    await vi.waitFor(() => expect(said).toHaveBeenCalled(), 5_000);
    const failing = (await metrics()).find(({ name }) => name === 'catalogue_in_step')?.value;
    served.failReads(false);
    said.mockRestore();
    expect(failing).toBe(0);
    await vi.waitFor(() => expect(served.catalogue.inStep).toBe(true), 5_000);
  });

  it('has all that the dashboard shows', async () => {
    const { panels } = JSON.parse(readFileSync('docs/grafana-dashboard.json', 'utf8')) as {
      panels: { targets: { expr: string }[] }[];
    };
    await ask('{ status { revision } }');
    const there = new Set((await metrics()).map(({ name }) => name));
    const shown = panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(http|graphql|catalogue|process|nodejs)_\w+/g) ?? []),
    );
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((name) => !there.has(name))).toEqual([]);
  });

  it('calls a request what a proxy has called it, or gives it a name', async () => {
    const named = await get('/health/live', { 'x-request-id': 'proxy-4711.abc' });
    expect(named.headers.get('x-request-id')).toBe('proxy-4711.abc');
    const unfit = await get('/health/live', { 'x-request-id': '<script>' });
    expect(unfit.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('logs a fault under the name of its request, without what was looked up', async () => {
    const said = vi.spyOn(log, 'error').mockReturnValue();
    served.failReads(true);
    const byAddress = '{ publication(url: "https://example.org/looked-up-by-a-reader") { title } }';
    const failed = await ask(byAddress, { 'x-request-id': 'proxy-fault-1' });
    await failed.text();
    served.failReads(false);
    const lines = said.mock.calls.filter(([what]) => (what as { request?: string }).request === 'proxy-fault-1');
    said.mockRestore();
    expect(lines).toHaveLength(1);
    expect(lines.map(([what, message]) => [String((what as { error: unknown }).error), message])).toEqual([
      [expect.stringContaining('fails on purpose'), 'An operation failed.'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('looked-up');
    expect(failed.headers.get('x-request-id')).toBe('proxy-fault-1');
  });
});

interface Metric {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** The text format of Prometheus, as far as it is used here. */
const readMetrics = (text: string): Metric[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line)!;
      const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, of]) => [key!, of!]);
      return { name: name!, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) };
    });
