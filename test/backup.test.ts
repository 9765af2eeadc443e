import { existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { backup, restore, verifyBackup } from '../src/backup.ts';
import { openCatalogue } from '../src/catalogue.ts';
import { fileDraft } from '../src/filing.ts';
import { publicationAddresses, saveChecks } from '../src/graph/addresses.ts';
import { proposeDuplicates } from '../src/graph/duplicates.ts';
import { readRetired } from '../src/graph/entities.ts';
import { readChanges, readVersions } from '../src/graph/history.ts';
import { findByIdentifier } from '../src/graph/identifiers.ts';
import { decide, readProposals } from '../src/graph/proposals.ts';
import { merge, undo, withdraw } from '../src/graph/retire.ts';
import { readState } from '../src/graph/revision.ts';
import { readWaiting } from '../src/graph/settle.ts';
import { applySchema } from '../src/graph/schema.ts';
import { isSeeding, beginSeeding } from '../src/graph/seeding.ts';
import { beginRestore } from '../src/graph/snapshot.ts';
import { openStore, type GraphStore } from '../src/graph/store.ts';
import { doubtful } from './draft.ts';
import { onEveryEngine, onNeo4j } from './engines.ts';
import { exportOf, faultsOf, statementsIn, theme } from './graph/content.ts';
import { act, publication, save, smallCatalogue } from './records.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'common-thread-backup-')), 'catalogue.backup');
const other = { url: 'https://other.example.org/', verified: true };
const strange = 'One\u2028two\u2029three „four“ "five" \\ 😀 Људи\n';
const address = 'https://dead.example.org/';

/** A graph with a whole life behind it. */
async function fill(store: GraphStore): Promise<void> {
  const doi = '10.1000/same';
  await save(store, smallCatalogue);
  await save(store, [theme('a', 'b'), theme('b', 'a'), publication('waiting', { themes: ['theme/nowhere'] })]);
  await save(store, [publication('strange', { title: strange, titles: { 'sr-Cyrl': strange }, url: address })]);
  await save(store, [publication('strange', { title: 'Other', source: other })]);
  for (const [one, two] of ['pq', 'rs', 'tu'])
    await save(store, [publication(one!, { doi: doi + one }), publication(two!, { doi: doi + one, summary: 'x' })]);
  await proposeDuplicates(store);
  const [first, second] = await readProposals(store);
  await decide(store, act, first!.id, 'accepted');
  await decide(store, act, second!.id, 'rejected');
  for (const file of ['waits.txt', 'right.txt', 'wrong.txt']) {
    const page = doubtful({ file, urls: [], title: `Permits: what ${file} says` });
    const { id } = await fileDraft(store, page, { write: true, act });
    if (file !== 'waits.txt') await decide(store, act, id!, file === 'right.txt' ? 'accepted' : 'rejected');
  }
  await merge(store, { ...act, reason: 'the same' }, 'organisation/lefo', 'organisation/astra');
  await merge(store, act, 'theme/asylum', 'theme/residence');
  await undo(store, act, 'theme/asylum');
  await withdraw(store, { ...act, reason: 'wrong' }, 'country/AT');
  await withdraw(store, { ...act, reason: 'names a victim' }, 'publication/chains', true);
  await saveChecks(store, act, [{ url: address, status: 'dead', checkedAt: '2025-01-01T00:00:00.000Z' }]);
}

/** Everything that can be asked of a graph. */
async function contentOf(store: GraphStore) {
  const ids = ['organisation/lefo', 'country/AT', 'publication/chains', 'publication/p', 'theme/asylum'];
  const addresses: object[] = [];
  for await (const found of publicationAddresses(store.read)) addresses.push(found);
  const dead = await store.read('MATCH (p:Publication) WHERE p.dead = true RETURN p.id AS id ORDER BY id');
  const revisions = await store.read('MATCH (p:Publication) RETURN p.id AS id, p.revision AS revision ORDER BY id');
  return {
    text: await exportOf(store),
    statements: await statementsIn(store),
    changes: await readChanges(store, { revision: 0, place: -1 }, 10_000),
    versions: await Promise.all(
      ['publication/strange', 'organisation/astra', 'country/AT'].map((id) => readVersions(store.read, id)),
    ),
    retired: await readRetired(store.read, ids),
    proposals: await Promise.all(
      (['open', 'accepted', 'rejected'] as const).map((status) => readProposals(store, status)),
    ),
    waiting: await readWaiting(store.read),
    found: await findByIdentifier(store, ['url:dead.example.org', 'doi:10.1000/brief', 'doi:10.1000/samep']),
    revision: (await readState(store)).revision,
    faults: await faultsOf(store),
    addresses,
    dead,
    revisions,
  };
}

onEveryEngine('a backup', (engine) => {
  let store: GraphStore;
  let file: string;
  beforeEach(async () => {
    store = await engine.openEmpty();
    file = newFile();
  });

  it('brings back everything, whatever was done since', async () => {
    await fill(store);
    const before = await contentOf(store);
    expect(before.faults).toEqual([]);
    await backup(store, file);
    await undo(store, act, 'organisation/lefo');
    await withdraw(store, { ...act, reason: 'another' }, 'publication/guide');
    await save(store, [publication('since', { cites: ['publication/brief'] }), theme('since', 'protection')]);
    const { revision } = await readState(store);
    await restore(store, file);
    // Who has asked for changes up to there shall not miss what comes next.
    expect(await contentOf(store)).toEqual({ ...before, revision });
  }, 60_000);

  it('is not mixed with another that is restored at the same time: the first to begin stops', async () => {
    await fill(store);
    await backup(store, file);
    const before = await exportOf(store);
    let second: Promise<unknown> | undefined;
    const first = restore(store, file, () => {
      second ??= restore(store, file);
    });
    await expect(first).rejects.toThrow('Another restore has begun meanwhile');
    await second;
    expect(await exportOf(store)).toBe(before);
    expect(await faultsOf(store)).toEqual([]);
  }, 60_000);

  it('can be written on after it was restored, as before', async () => {
    await fill(store);
    await backup(store, file);
    await restore(store, file);
    await undo(store, act, 'country/AT');
    await undo(store, act, 'organisation/lefo');
    await save(store, [theme('b'), theme('nowhere')]);
    expect(await faultsOf(store)).toEqual([]);
    expect(await readWaiting(store.read)).toEqual([]);
  }, 60_000);

  it('is the same the second time it is restored, and another epoch', async () => {
    await fill(store);
    await backup(store, file);
    await restore(store, file);
    const [before, { epoch }] = [await contentOf(store), await readState(store)];
    await restore(store, file);
    expect(await contentOf(store)).toEqual(before);
    expect((await readState(store)).epoch).not.toBe(epoch);
  }, 60_000);

  it('of an empty graph empties it', async () => {
    const summary = await backup(store, file);
    expect(summary).toMatchObject({ revision: 0, lines: 0 });
    await save(store, smallCatalogue);
    await restore(store, file);
    expect(await exportOf(store)).toBe('');
    expect(await readState(store)).toMatchObject({ revision: 1, restoring: null });
  });

  it('is compressed lines of JSON with its digest, and leaves no other file', async () => {
    await save(store, smallCatalogue);
    const summary = await backup(store, file);
    expect(await verifyBackup(file)).toEqual(summary);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(summary.lines + 2);
    expect(lines.map((line) => JSON.parse(line) as object)[0]).toMatchObject({ backup: 1, revision: 1 });
    expect(readdirSync(dirname(file))).toEqual(['catalogue.backup']);
  });

  it('tells how far a restore is', async () => {
    await save(store, smallCatalogue);
    const { lines } = await backup(store, file);
    const told: [number, number][] = [];
    await restore(store, file, (done, of) => told.push([done, of]));
    expect(told.at(-1)).toEqual([2 * lines, 2 * lines]);
  });

  it('that cannot be written leaves the file that was there', async () => {
    await backup(store, file);
    const before = readFileSync(file);
    await expect(backup(store, join(dirname(file), 'nowhere', 'x'))).rejects.toThrow('nowhere');
    const failing: GraphStore = { ...store, read: () => Promise.reject(new Error('on purpose')) };
    await expect(backup(failing, file)).rejects.toThrow('on purpose');
    expect(readFileSync(file)).toEqual(before);
    expect(existsSync(`${file}.unfinished`)).toBe(false);
  });

  it('is of one moment while others write', async () => {
    await save(store, smallCatalogue);
    let writing = true;
    const writers = [1, 2].map(async (writer) => {
      for (let n = 0; writing; n++) {
        const cites = n > 0 ? [`publication/w${writer}-${n - 1}`] : [];
        await save(store, [publication(`w${writer}-${n}`, { cites, themes: ['theme/asylum'] })]);
        if (n % 5 === 4) await merge(store, act, `publication/w${writer}-${n}`, `publication/w${writer}-${n - 1}`);
      }
    });
    const files = [newFile(), newFile(), newFile()];
    const summaries = [];
    for (const each of files) summaries.push(await backup(store, each));
    writing = false;
    await Promise.all(writers);
    const copy = await openStore({ engine: 'embedded', folder: ':memory:' });
    await applySchema(copy);
    for (const [at, each] of files.entries()) {
      expect(await verifyBackup(each)).toEqual(summaries[at]);
      await restore(copy, each);
      expect(await faultsOf(copy)).toEqual([]);
      const changes = await readChanges(copy, { revision: 0, place: -1 }, 10_000);
      expect(changes.at(-1)!.revision).toBe(summaries[at]!.revision);
    }
    expect(summaries[2]!.revision).toBeGreaterThan(summaries[0]!.revision);
    await copy.close();
  }, 120_000);
});

onEveryEngine('a file that is no whole backup', (engine) => {
  let store: GraphStore;
  let file: string;
  let before: string;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    before = await exportOf(store);
    file = newFile();
    await backup(store, file);
  });
  const refused = async (why: RegExp | string) => {
    const state = await readState(store);
    await expect(restore(store, file)).rejects.toThrow(why);
    await expect(restore(store, file)).rejects.toThrow(`${file} cannot be restored: `);
    await expect(restore(store, file)).rejects.toThrow('Nothing has been changed.');
    expect(await exportOf(store)).toBe(before);
    expect(await readState(store)).toEqual(state);
  };
  const rewritten = (change: (lines: string[]) => string[]) =>
    writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8').split('\n')).join('\n')));

  it.each([0.1, 0.5, 0.99])('is refused when it is cut off at %s of its length', async (part) => {
    truncateSync(file, Math.floor(statSync(file).size * part));
    await refused(/cannot be restored/);
  });

  it('is refused when it is empty', async () => {
    truncateSync(file, 0);
    await refused(/cannot be restored/);
  });

  it('is refused with any one bit turned in what it holds', async () => {
    const bytes = readFileSync(file);
    for (const at of [20, 200, Math.floor(bytes.length / 2), bytes.length - 6]) {
      const turned = Buffer.from(bytes);
      turned[at] = turned[at]! ^ 4;
      writeFileSync(file, turned);
      await refused(/cannot be restored/);
    }
  });

  it('is refused when a line was changed, added or taken away', async () => {
    const whole = readFileSync(file);
    for (const change of [
      (lines: string[]) => lines.map((line) => line.replace('Title of guide', 'Title of guile')),
      (lines: string[]) => lines.toSpliced(3, 1),
      (lines: string[]) => lines.toSpliced(3, 0, lines[4]!),
    ]) {
      writeFileSync(file, whole);
      rewritten(change);
      await refused('its content does not fit its digest');
    }
  });

  it('is refused when its end is missing, or something follows it', async () => {
    const whole = readFileSync(file);
    rewritten((lines) => [...lines.slice(0, -2), '']);
    await refused('it is cut off');
    writeFileSync(file, whole);
    rewritten((lines) => [...lines.slice(0, -1), '{"more":1}', '']);
    await refused('something follows its last line');
  });

  it.each<[string, () => Buffer]>([
    ['text', () => Buffer.from('{"kind":"publication"}\n')],
    ['records that are compressed', () => gzipSync(JSON.stringify(smallCatalogue[0]))],
    ['compressed noise', () => gzipSync(Buffer.alloc(5_000, 0xc3))],
    ['a backup of a later layout', () => gzipSync('{"backup":2,"revision":1}\n')],
  ])('is refused when it is %s', async (_, content) => {
    writeFileSync(file, content());
    await refused(/cannot be restored/);
  });

  it('is refused when it is not there', async () => {
    file = `${file}.nowhere`;
    await refused(/ENOENT/);
  });
});

onEveryEngine('a graph that is half restored', (engine) => {
  let store: GraphStore;
  let file: string;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    file = newFile();
    await backup(store, file);
    await beginRestore(store, file);
  });

  it('is not served, with the remedy, until a restore has ended', async () => {
    await store.close();
    await expect(openCatalogue(engine.address)).rejects.toThrow(
      `The graph is being restored from ${file}, or a restore was cut off. If none is running, run it again: restore ${file}`,
    );
    const again = await openStore(engine.address);
    await restore(again, file);
    await again.close();
    const catalogue = await openCatalogue(engine.address);
    expect(catalogue.projection.ids).toHaveLength(smallCatalogue.length);
    await catalogue.close();
  });

  it('takes no write meanwhile, and no backup', async () => {
    const message = `run it again: restore ${file}`;
    await expect(save(store, [publication('new')])).rejects.toThrow(message);
    await expect(merge(store, act, 'organisation/lefo', 'organisation/astra')).rejects.toThrow(message);
    await expect(backup(store, newFile())).rejects.toThrow(message);
    await restore(store, file);
    expect(await save(store, [publication('new')])).toMatchObject({ created: 1 });
  });

  it('is no seed that was cut off once it is restored', async () => {
    await beginSeeding(store);
    await restore(store, file);
    expect(await isSeeding(store)).toBe(false);
  });
});

onNeo4j('a backup from one engine', (engine) => {
  it('brings the same back on the other, both ways', async () => {
    const neo4j = await engine.openEmpty();
    const embedded = await openStore({ engine: 'embedded', folder: ':memory:' });
    await applySchema(embedded);
    await fill(embedded);
    const before = await contentOf(embedded);
    const [there, back] = [newFile(), newFile()];
    const summary = await backup(embedded, there);
    await restore(neo4j, there);
    expect(await contentOf(neo4j)).toEqual(before);
    expect((await backup(neo4j, back)).digest).toBe(summary.digest);
    await restore(embedded, back);
    expect(await contentOf(embedded)).toEqual(before);
    await embedded.close();
  }, 120_000);
});
