import { createHash } from 'node:crypto';
import { kindOf, type CatalogueRecord } from '../model.ts';
import { readEntities, readRetired } from './entities.ts';
import { readState, type Action } from './revision.ts';
import type { GraphStore, Run } from './store.ts';

/** One thing that a write did to one entity. */
export interface Change {
  /** The number of the write, and the place within it, from 0. */
  revision: number;
  place: number;
  id: string;
  action: Action;
  /** ISO date and time, author (a key's name) and reason of the write. */
  time: string;
  author: string;
  reason: string | null;
}

interface ChangeRow extends Pick<Change, 'time' | 'author' | 'reason'> {
  revision: number;
  ids: string[];
  actions: Action[];
}

const columns = `c.id AS revision, c.time AS time, c.author AS author, c.reason AS reason, c.ids AS ids, c.actions AS actions`;

/** What was done after a place in the history, oldest first, at most `limit`. */
export async function readChanges(
  store: GraphStore,
  after: { revision: number; place: number },
  limit: number,
): Promise<Change[]> {
  const isLater = ({ revision, place }: Change) => revision > after.revision || place > after.place;
  const { revision: last } = await readState(store);
  const found: Change[] = [];
  // A write may have done thousands of things: a few are read at a time.
  for (let from = after.revision; from <= last && found.length < limit; from += writesAtOnce) {
    const rows = await readWritesBetween(store, from, Math.min(last, from + writesAtOnce - 1));
    found.push(...rows.flatMap(toChanges).filter(isLater));
  }
  return found.slice(0, limit);
}

/** The last `limit` things that were done and that `wanted` lets through, latest first, of the last `writes` writes. */
export async function readLatestChanges(
  store: GraphStore,
  limit: number,
  { wanted = () => true, writes = 1_000 }: { wanted?: (change: Change) => boolean; writes?: number } = {},
): Promise<Change[]> {
  const { revision: last } = await readState(store);
  const found: Change[] = [];
  for (let to = last; to > Math.max(0, last - writes) && found.length < limit; to -= writesAtOnce) {
    const rows = await readWritesBetween(store, Math.max(1, to - writesAtOnce + 1), to);
    found.push(
      ...rows
        .reverse()
        .flatMap((row) => toChanges(row).reverse())
        .filter(wanted),
    );
  }
  return found.slice(0, limit);
}

/** A digest of what the history tells of a write; undefined where there is none of that number. Another graph's is another. */
export async function digestOfWrite(store: GraphStore, revision: number): Promise<string | undefined> {
  const [write] = await readWritesBetween(store, revision, revision);
  return (
    write &&
    createHash('sha256')
      .update(JSON.stringify(Object.entries(write).sort()))
      .digest('base64')
  );
}

/** The ids of all that the writes after `revision`, up to and with `last`, did something to; null for very many writes. */
export async function changedIds(store: GraphStore, revision: number, last: number): Promise<string[] | null> {
  if (last - revision > 1_000) return null;
  const found = new Set<string>();
  for (let from = revision + 1; from <= last; from += writesAtOnce)
    for (const row of await readWritesBetween(store, from, Math.min(last, from + writesAtOnce - 1)))
      for (const id of row.ids) found.add(id);
  // What an id that was merged leads to changes with what it was merged into, which is no news of its own.
  const moved = await store.read<{ id: string }>(`MATCH (r:Retired) WHERE r.revision > $revision RETURN r.id AS id`, {
    revision,
  });
  for (const { id } of moved) found.add(id);
  return [...found];
}

const writesAtOnce = 5;

/** The writes from one number to another, in order. By keys: anything else costs more the longer the history is. */
function readWritesBetween(store: GraphStore, from: number, to: number): Promise<ChangeRow[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  return store.read<ChangeRow>(
    `UNWIND $numbers AS number MATCH (c:Change {id: number}) RETURN ${columns} ORDER BY revision`,
    { numbers },
  );
}

const toChanges = ({ ids, actions, ...write }: ChangeRow): Change[] =>
  ids.map((id, place) => ({ ...write, place, id, action: actions[place]! }));

/** The number of the last write at or before a time; 0 when there was none. */
export async function revisionAt(store: GraphStore, time: string): Promise<number> {
  const rows = await store.read<{ revision: number }>(
    `MATCH (c:Change) WHERE c.time <= $time RETURN c.id AS revision ORDER BY revision DESC LIMIT 1`,
    { time },
  );
  return rows[0]?.revision ?? 0;
}

/** What an entity stood on for a while: from the write `revision` on, up to but not including the write `until`. */
export interface Version {
  id: string;
  revision: number;
  /** Null for what it stands on now. */
  until: number | null;
  records: CatalogueRecord[];
}

/** All versions of an entity, oldest first. There is a gap where it was merged or withdrawn for a time. */
export async function readVersions(run: Run, id: string): Promise<Version[]> {
  if (kindOf(id) === null) return [];
  const rows = await run<{ revision: number; until: number; records: string[] }>(
    `MATCH (v:Version) WHERE v.of = $id
     RETURN v.revision AS revision, v.until AS until, v.records AS records ORDER BY revision`,
    { id },
  );
  const past = rows.map(({ records, ...span }) => ({ id, ...span, records: records.map((text) => JSON.parse(text)) }));
  const now = (await readEntities(run, [id])).get(id);
  const versions = now ? [...past, { id, revision: now.changed, until: null, records: now.records }] : past;
  return withoutWithdrawn(run, id, versions);
}

/** What it stood on while another one was merged into it, that has been withdrawn since, is no longer told. */
async function withoutWithdrawn(run: Run, own: string, versions: Version[]): Promise<Version[]> {
  const others = new Set(versions.flatMap(({ records }) => records.map((record) => record.id)));
  const retired = await readRetired(run, others);
  const isTold = ({ id }: CatalogueRecord) => id === own || retired.get(id)?.status !== 'withdrawn';
  return versions.map((version) => ({ ...version, records: version.records.filter(isTold) }));
}

/** What an entity stood on right after the write with this number; null when it was not there. */
export async function versionAt(run: Run, id: string, revision: number): Promise<Version | null> {
  const versions = await readVersions(run, id);
  const holds = (version: Version) =>
    version.revision <= revision && (version.until === null || version.until > revision);
  return versions.find(holds) ?? null;
}
