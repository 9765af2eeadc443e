import type { CatalogueRecord } from '../model.ts';
import type { RelationName } from '../relations.ts';

/** A link of an entity to another that is there. */
export interface DescribedLink {
  relation: RelationName;
  to: string;
  provision?: string;
  status?: string;
  date?: string;
}

/** An entity with all that a format can say of it. */
export interface Described {
  /** What it is shown as; its links are those below. */
  record: CatalogueRecord;
  /** What its records state, in their order. */
  links: readonly DescribedLink[];
  /** The few links of others to it that a format names as well: versions, narrower themes. */
  backlinks: readonly { relation: RelationName; from: string }[];
  /** The records of what is linked, by id. */
  named: ReadonlyMap<string, CatalogueRecord>;
  /** The address of the catalogue, without a slash at the end: an id behind it is the address of an entity. */
  base: string;
}

/** The address of an entity of the same catalogue. */
export const addressOf = ({ base }: Pick<Described, 'base'>, id: string): string => `${base}/${id}`;

/** The records that one relation leads to, in the order of the entity's record, each once. */
export function linkedBy({ links, named }: Described, relation: RelationName): CatalogueRecord[] {
  const ids = new Set(links.filter((link) => link.relation === relation).map(({ to }) => to));
  return [...ids].flatMap((id) => named.get(id) ?? []);
}

/** The records that have this relation to the entity, each once. */
export function linkingBy({ backlinks, named }: Described, relation: RelationName): CatalogueRecord[] {
  const ids = new Set(backlinks.filter((link) => link.relation === relation).map(({ from }) => from));
  return [...ids].flatMap((id) => named.get(id) ?? []);
}
