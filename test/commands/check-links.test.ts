import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { followLinks } from '../../src/commands/check.ts';
import { followStore } from '../../src/catalogue.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { relatedTo } from '../../src/projection/related.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue } from '../records.ts';

onEveryEngine('following the links of a catalogue', (engine) => {
  let store: GraphStore;
  let base: string;
  let asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    response.statusCode = request.url === '/here' ? 200 : 404;
    response.end();
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(async () => {
    asked = [];
    store = await engine.openEmpty();
    const rest = smallCatalogue.filter(({ kind }) => kind !== 'publication');
    const themes = ['theme/residence'];
    await save(store, [
      ...rest,
      publication('target', { themes, countries: ['country/RS'] }),
      publication('gone', { themes, countries: ['country/RS'], url: `${base}/gone` }),
      publication('here', { themes, url: `${base}/here` }),
      ...['a', 'b', 'c', 'd'].map((key) => publication(key)), // so that a shared theme is worth something
    ]);
  });
  const options = { contact: 'mailto:test@example.org', pause: 0, allowAddress: () => true, findArchived: false };
  const follow = async (olderThan: number) => {
    const lines: string[] = [];
    const say = { out: (line: string) => void lines.push(line) };
    return { counts: await followLinks(store, { author: 'test', olderThan }, say, options), lines };
  };

  it('records what is there and puts what has only dead addresses last', async () => {
    const catalogue = await followStore(store);
    const related = () => {
      const { projection } = catalogue;
      const items = relatedTo(projection, projection.numbers.get('publication/target')!);
      return items.map(({ publication: number }) => projection.ids[number]);
    };
    expect(related()).toEqual(['publication/gone', 'publication/here']);
    const { counts, lines } = await follow(7);
    expect(counts).toEqual({ alive: 1, dead: 1 });
    expect(lines.map((line) => (JSON.parse(line) as { url: string }).url).sort()).toEqual([
      `${base}/gone`,
      `${base}/here`,
    ]);
    await catalogue.refresh();
    expect(related()).toEqual(['publication/here', 'publication/gone']);
    await catalogue.close();
  });

  it('leaves alone what was looked at a short while ago', async () => {
    await follow(7);
    asked = [];
    expect((await follow(7)).counts).toEqual({});
    expect(asked).toEqual([]);
    expect((await follow(0)).counts).toEqual({ alive: 1, dead: 1 });
  });
});
