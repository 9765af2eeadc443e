import type { CatalogueRecord, Kind } from '../model.ts';
import type { Context } from './context.ts';
import { gone } from './errors.ts';

/** A record, and the id that was asked for where that has been merged into this one. */
export type Found = CatalogueRecord & { redirectedFrom?: string };

/** The id that an id stands for now: itself, or what it was merged into. Throws `GONE` for one that was withdrawn. */
export async function resolveId({ loaders, projection }: Context, id: string): Promise<string> {
  const number = projection.numbers.get(id);
  if (number !== undefined) return projection.ids[number]!;
  for (let at = await loaders.retired.load(id); at; at = await loaders.retired.load(at.into!)) {
    if (at.survivor) return at.survivor; // merged a moment ago
    if (at.status === 'withdrawn') throw gone(id, at.reason ?? '');
  }
  return id;
}

/** The record that an id stands for now; null when there is none. Throws `GONE` for one that was withdrawn. */
export async function loadResolved(context: Context, id: string): Promise<Found | null> {
  const now = await resolveId(context, id);
  const record = await context.loaders.record.load(now);
  return record && now !== id ? { ...record, redirectedFrom: id } : record;
}

/** The record that an id stands for now if the id is of this kind, else null. */
export async function loadOne(context: Context, id: string, kind: Kind): Promise<Found | null> {
  return id.startsWith(`${kind}/`) ? loadResolved(context, id) : null;
}
