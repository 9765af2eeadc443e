import type { CatalogueRecord, Kind } from '../model.ts';
import type { Context } from './context.ts';
import { gone, notFound } from './errors.ts';

/** A record, and the id that was asked for where that has been merged into this one. */
export type Found = CatalogueRecord & { redirectedFrom?: string };

/** The id that an id stands for now: itself, or what it was merged into. Throws `GONE` for one that was withdrawn. */
export async function resolveId(context: Context, id: string): Promise<string> {
  const { numbers, ids } = context.projection;
  const number = numbers.get(id);
  return number === undefined ? mustNotBeGone(context, id) : ids[number]!;
}

/** The node that an id stands for now; throws `NOT_FOUND` where there is none, `where` before the id. */
export async function resolveNumber(context: Context, id: string, where = ''): Promise<number> {
  const number = context.projection.numbers.get(await resolveId(context, id));
  if (number === undefined) throw notFound(`${where}${JSON.stringify(id)} is not in the catalogue.`);
  return number;
}

/** The id that an id stands for by what the graph says at this moment, where the projection may not have seen the last write yet. */
export async function mustNotBeGone({ loaders }: Context, id: string): Promise<string> {
  for (let at = await loaders.retired.load(id); at; at = await loaders.retired.load(at.into!)) {
    if (at.survivor) return at.survivor;
    if (at.status === 'withdrawn') throw gone(id, at.reason ?? '');
  }
  return id;
}

/** The record that an id stands for now; null when there is none. Throws `GONE` for one that was withdrawn. */
export async function loadResolved(context: Context, id: string): Promise<Found | null> {
  let now = await resolveId(context, id);
  let record = await context.loaders.record.load(now);
  if (!record) {
    now = await mustNotBeGone(context, now);
    record = await context.loaders.record.load(now);
  }
  return record && now !== id ? { ...record, redirectedFrom: id } : record;
}

/** The record that an id stands for now if the id is of this kind, else null. */
export async function loadOne(context: Context, id: string, kind: Kind): Promise<Found | null> {
  return id.startsWith(`${kind}/`) ? loadResolved(context, id) : null;
}
