import { afterEach, expect, it } from 'vitest';
import { openStore, type GraphStore } from '../../src/graph/store.ts';
import { onNeo4j } from '../engines.ts';
import { openProxy, type Proxy } from '../faults/proxy.ts';

onNeo4j('a graph whose reads may go to any member of a cluster', (engine) => {
  const proxies: Proxy[] = [];
  const stores: GraphStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const proxy of proxies.splice(0)) await proxy.close();
  });
  const openDoor = async () => {
    const proxy = await openProxy((engine.address as { url: string }).url);
    proxies.push(proxy);
    return proxy;
  };
  const openThrough = async ({ url }: Proxy, scheme: string) => {
    const store = await openStore({ engine: 'neo4j', url: url.replace('bolt:', scheme) });
    stores.push(store);
    return store;
  };
  const host = ({ url }: Proxy) => new URL(url).host;
  const country = (store: GraphStore, id: string) =>
    store.write((run) => run('MERGE (c:Country {id: $id}) RETURN c.id AS id', { id }));
  const countries = (store: GraphStore) =>
    store.read<{ id: string }>('MATCH (c:Country) RETURN c.id AS id ORDER BY id');
  /** What the last read has named as the least that it must see. */
  const bookmarkOf = (proxy: Proxy) => {
    const said = proxy.said();
    return /bookmarks[^]*?(FB:[\w+/=]+)/.exec(said.slice(said.lastIndexOf('MATCH (c:Country)')))![1]!;
  };

  it.each(['bolt:', 'neo4j:'])(
    'says by %s of each read that it is one, so that a replica can answer it',
    async (scheme) => {
      await engine.openEmpty();
      const proxy = await openDoor();
      const store = await openThrough(proxy, scheme);
      await country(store, 'country/RS');
      expect(await countries(store)).toEqual([{ id: 'country/RS' }]);
      expect(proxy.said()).toContain('mode\x81r');
      // A database that knows takes no write from it.
      await expect(store.read(`CREATE (:Country {id: 'country/AT'})`)).rejects.toThrow(/read access mode/);
    },
  );

  it.each(['bolt:', 'neo4j:'])(
    'names by %s the last write in each read: whoever is behind waits for it',
    async (scheme) => {
      await engine.openEmpty();
      const proxy = await openDoor();
      const store = await openThrough(proxy, scheme);
      const bookmarks: string[] = [];
      for (const id of ['country/AT', 'country/RS']) {
        await country(store, id);
        await countries(store);
        bookmarks.push(bookmarkOf(proxy));
      }
      expect(new Set(bookmarks).size).toBe(2);
    },
  );

  it('never sees less than it has seen: a read names what the one before has shown of the writes of others', async () => {
    const other = await engine.openEmpty();
    const proxy = await openDoor();
    const store = await openThrough(proxy, 'neo4j:');
    await country(other, 'country/AT');
    await countries(store);
    await countries(store);
    const before = bookmarkOf(proxy);
    await country(other, 'country/RS');
    expect(await countries(store)).toHaveLength(2);
    await countries(store);
    expect(bookmarkOf(proxy)).not.toBe(before);
  });

  it('goes on with the other members of a cluster when the one that the address names is gone', async () => {
    await engine.openEmpty();
    const [named, member] = [await openDoor(), await openDoor()];
    // Whoever is asked says that the second is the whole cluster.
    for (const asked of [named, member]) asked.replace(host(named), host(member));
    const store = await openThrough(named, 'neo4j:');
    await country(store, 'country/RS');
    const taken = member.taken();
    expect(taken).toBeGreaterThan(0);
    await named.vanish();
    member.reset(); // nothing goes on by a connection that is open still
    expect(await countries(store)).toEqual([{ id: 'country/RS' }]);
    // What fails twice is no sign that nobody is there.
    member.cutAt('country/RS', 2);
    await expect(countries(store)).rejects.toThrow(/does not answer/);
    expect(await countries(store)).toEqual([{ id: 'country/RS' }]);
    // All are gone for a while, and the one that is named for good.
    await member.vanish();
    await expect(countries(store)).rejects.toThrow(/does not answer/);
    await member.appear();
    await expect.poll(() => countries(store).catch(() => []), { timeout: 10_000 }).toEqual([{ id: 'country/RS' }]);
    await country(store, 'country/AT');
  });
});
