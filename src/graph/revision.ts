import { foldText } from '../fold.ts';
import { Refusal } from './refusal.ts';
import type { GraphStore, Run } from './store.ts';

/** The id of the one node that speaks of the whole graph. */
export const catalogueId = 'catalogue';

/** How the graph as a whole stands. */
export interface GraphState {
  /** The number of the last accepted write; 0 for an empty graph. */
  revision: number;
  /** Changes when a restore puts another past in the place of this one. */
  epoch: string;
  /** The backup that is being restored, or was when a restore was cut off. */
  restoring: string | null;
  /** The last write that deleted something for good; 0 where none did. */
  erased: number;
}

export async function readState(store: Pick<GraphStore, 'read'>): Promise<GraphState> {
  const [row] = await store.read<Partial<GraphState>>(
    `MATCH (c:Catalogue {id: $id})
     RETURN c.revision AS revision, c.epoch AS epoch, c.restoring AS restoring, c.erased AS erased`,
    { id: catalogueId },
  );
  const { revision, epoch, restoring, erased } = row ?? {};
  return { revision: revision ?? 0, epoch: epoch ?? '', restoring: restoring ?? null, erased: erased ?? 0 };
}

/** Throws a `Refusal` while the graph is half restored: what is there may be neither changed nor taken for the whole. */
export function mustBeWhole({ restoring }: Pick<GraphState, 'restoring'>): void {
  if (restoring !== null)
    throw new Refusal(
      `The graph is being restored from ${restoring}, or a restore was cut off. ` +
        `If none is running, run it again: restore ${restoring}`,
    );
}

/** The number of the last accepted write; 0 for an empty graph. */
export const readRevision = async (store: GraphStore): Promise<number> => (await readState(store)).revision;

/** Who writes, when and why: told with every change. */
export interface Act {
  /** The name of the key or person. */
  author: string;
  reason?: string;
  /** An ISO date and time; now, when it is not given. */
  time?: string;
}

/** What a write did to an entity. */
export const actions = ['created', 'updated', 'linked', 'checked', 'merged', 'withdrawn', 'restored'] as const;
export type Action = (typeof actions)[number];

/** A write under way: what it runs and what it has done so far. */
export interface Write {
  run: Run;
  /** The number of this write; the first to ask takes it. A write that never asks leaves no trace. */
  revision(): Promise<number>;
  /** Notes for the change feed what happened to an entity, with a digest of the records it stands on now. */
  note(id: string, action: Action, digest?: string): void;
}

/**
 * What is wrong with what an act says, or null. It goes into feeds and export files, and is shown: one line, a word in it,
 * and nothing that disguises it.
 */
export function problemOfAct(act: Act): string | null {
  for (const [name, value] of [
    ['author', act.author],
    ['reason', act.reason],
  ] as const) {
    if (value === undefined) continue;
    if (foldText(value) === '') return `${name}: it is empty; say ${name === 'author' ? 'who' : 'why'}.`;
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value))
      return `${name}: ${JSON.stringify(value)} has line breaks or control characters in it; write one line.`;
    if (/[\u202A-\u202E\u2066-\u2069]/.test(value))
      return `${name}: it has marks in it that turn the direction of reading; leave them out.`;
  }
  return null;
}

/**
 * Runs `work` as one accepted write: one transaction, one revision, one entry of the change feed. Writers come one
 * after another from its first line on, so what `work` reads stays true until it ends, and revisions become visible
 * in their order: who sees a revision sees everything before it. Throws a `Refusal` while a backup is being restored.
 */
export async function accept<Result>(
  store: GraphStore,
  act: Act,
  work: (write: Write) => Promise<Result>,
  timeout?: number,
): Promise<Result> {
  const problem = problemOfAct(act);
  if (problem !== null) throw new Refusal(problem);
  return store.write(async (run) => {
    const [row] = await run<{ restoring: string | null }>(
      `MERGE (c:Catalogue {id: $id}) SET c.touched = true RETURN c.restoring AS restoring`,
      { id: catalogueId },
    );
    mustBeWhole(row!);
    const changes: Changes = new Map();
    let revision: Promise<number> | undefined;
    const write: Write = {
      run,
      revision: () => (revision ??= nextRevision(run)),
      note: (id, action, digest = '') => {
        // Of two things done to one entity the first tells more, the digest is that of the last.
        const known = changes.get(id);
        changes.set(id, { action: known?.action ?? action, digest: digest || (known?.digest ?? '') });
      },
    };
    const result = await work(write);
    if (revision && changes.size > 0) await saveChange(run, await revision, act, changes);
    return result;
  }, timeout);
}

async function nextRevision(run: Run): Promise<number> {
  const rows = await run<{ revision: number }>(
    `MATCH (c:Catalogue {id: $id}) SET c.revision = coalesce(c.revision, 0) + 1 RETURN c.revision AS revision`,
    { id: catalogueId },
  );
  return rows[0]!.revision;
}

type Changes = Map<string, { action: Action; digest: string }>;

async function saveChange(run: Run, revision: number, act: Act, changes: Changes) {
  const { author, reason = null, time = new Date().toISOString() } = act;
  const done = [...changes.values()];
  const what = {
    ids: [...changes.keys()],
    actions: done.map(({ action }) => action),
    digests: done.map(({ digest }) => digest),
  };
  await run(
    `MERGE (c:Change {id: $revision})
     SET c.author = $author, c.reason = $reason, c.time = $time, c.ids = $ids, c.actions = $actions,
         c.digests = $digests`,
    { revision, author, reason, time, ...what },
  );
}
