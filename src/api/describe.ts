import type { Described, DescribedLink } from '../formats/described.ts';
import type { Entity } from '../graph/entities.ts';
import { ranked, viewOf } from '../graph/entity.ts';
import { statementsOf } from '../graph/statements.ts';
import type { CatalogueRecord } from '../model.ts';
import { neighbours } from '../projection/adjacency.ts';
import type { RelationName } from '../relations.ts';
import type { Context } from './context.ts';

/** Links of others that an entity is described by as well: its versions, and the themes that are part of it. */
const namedBackwards = ['TRANSLATION_OF', 'EDITION_OF', 'BROADER'] as const satisfies RelationName[];

/**
 * An entity with what it is linked to, for a format to tell: what its records state, each link once, to what the ids in it
 * stand for now. A link whose target is not there is left out.
 */
export async function describe(context: Context, { id, records }: Entity, base: string): Promise<Described> {
  const { projection, loaders } = context;
  const { ids, numbers } = projection;
  const targetOf = (target: string) => ids[numbers.get(target) ?? -1] ?? null;
  const order = ranked(id, records);
  const links = new Map<string, DescribedLink>();
  for (const { relation, to, properties } of statementsOf(id, order, targetOf)) {
    const { provision, status, date } = properties as Partial<Record<string, string>>;
    const link = { relation, to, provision, status, date };
    links.set(JSON.stringify(link), link);
  }
  const number = numbers.get(id);
  const backlinks = namedBackwards.flatMap((relation) =>
    number === undefined
      ? []
      : Array.from(neighbours(projection.in[relation], number), (from) => ({ relation, from: ids[from]! })),
  );
  backlinks.sort((a, b) => (a.from < b.from ? -1 : 1));
  const others = new Set([...[...links.values()].map(({ to }) => to), ...backlinks.map(({ from }) => from)]);
  const linked = await Promise.all(Array.from(others, (other) => loaders.record.load(other)));
  const named = new Map(linked.filter((record) => record !== null).map((record) => [record.id, record]));
  return { record: viewOf(id, order) as CatalogueRecord, links: [...links.values()], backlinks, named, base };
}
