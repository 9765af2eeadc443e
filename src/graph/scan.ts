import { kindOf, kinds, type Kind } from '../model.ts';
import { allNames } from '../names.ts';
import type { RelationName } from '../relations.ts';
import { fromProperties, type Properties } from './encode.ts';
import { idPages } from './entities.ts';
import { seekById } from './hints.ts';
import { oneAhead } from './one-ahead.ts';
import { labels } from './schema.ts';
import { withoutHurry, type GraphStore } from './store.ts';

/** What the projection holds of a node; all but id, names and type stands on publications only. */
export interface NodeRow {
  id: string;
  language: string | null;
  /** All it is in, where there are several. */
  languages: string[] | null;
  date: string | null;
  type: string | null;
  /** True where every address of a publication is dead. */
  dead: boolean | null;
  /** Everything it is called, its own name first. */
  names: string[];
  summary: string | null;
}

export interface LinkRow {
  from: string;
  relation: RelationName;
  to: string;
}

/** Nodes that changed, and all links that go out from them now. */
export interface Changes {
  nodes: NodeRow[];
  links: LinkRow[];
  /** Ids that were merged, and what they stand for now; or withdrawn: null. */
  gone: { id: string; survivor: string | null }[];
}

/** The whole graph, in pages that leave the event loop free in between; the next is read while one is looked at. */
export const scanGraph = (store: GraphStore): AsyncGenerator<Changes> => oneAhead(pagesOf(withoutHurry(store)));

async function* pagesOf(store: GraphStore): AsyncGenerator<Changes> {
  yield { nodes: [], links: [], gone: await goneOf(store, '') };
  for (const kind of kinds) {
    for await (const ids of idPages<string>(store.read, labels[kind]))
      yield { ...(await readPage(store, kind, ids)), gone: [] };
  }
}

/** So many nodes are read at once. */
const changesAtOnce = 500;

/** What has become of these ids, in pages. */
export async function* scanIds(hurried: GraphStore, ids: readonly string[]): AsyncGenerator<Changes> {
  const store = withoutHurry(hurried);
  for (let start = 0; start < ids.length; start += changesAtOnce) {
    const some = ids.slice(start, start + changesAtOnce);
    const gone = await goneOf(store, 'UNWIND $ids AS key', some);
    const ofKinds = kinds.map((kind) => ({ kind, own: some.filter((id) => kindOf(id) === kind) }));
    const pages = await Promise.all(
      ofKinds.flatMap(({ kind, own }) => (own.length > 0 ? [readPage(store, kind, own)] : [])),
    );
    yield { nodes: pages.flatMap(({ nodes }) => nodes), links: pages.flatMap(({ links }) => links), gone };
  }
}

/** Ids that were merged or withdrawn: all, or those among `ids`. */
const goneOf = (store: GraphStore, unwind: string, ids?: string[]) =>
  store.read<Changes['gone'][number]>(
    `${unwind} MATCH (r:Retired${ids ? ' {id: key}' : ''}) RETURN r.id AS id, r.survivor AS survivor ORDER BY id`,
    { ids },
  );

async function readPage(store: GraphStore, kind: Kind, ids: string[]) {
  const [nodes, links] = await Promise.all([nodesOf(store, kind, ids), linksFrom(store, kind, ids)]);
  return { nodes, links };
}

/** The fields that are read of each kind. */
const fieldsOf: Record<Kind, readonly string[]> = {
  publication: ['title', 'titles', 'language', 'languages', 'date', 'type', 'dead', 'summary'],
  organisation: ['name', 'names', 'aliases', 'acronym', 'type'],
  country: ['name', 'names'],
  instrument: ['title', 'titles', 'aliases', 'identifiers', 'type'],
  theme: ['prefLabel', 'altLabel'],
  project: ['title', 'acronym'],
  person: ['name'],
};

async function nodesOf(store: GraphStore, kind: Kind, ids: string[]): Promise<NodeRow[]> {
  const rows = await store.read<Properties>(
    `UNWIND $ids AS key MATCH (n:${labels[kind]} {id: key})
     RETURN n.id AS id${fieldsOf[kind].map((field) => `, n.${field} AS ${field}`).join('')} ORDER BY id`,
    { ids },
  );
  return rows.map((row) => ({
    id: String(row.id),
    ...(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])) as Pick<NodeRow, Column>),
    names: allNames(fromProperties(row)),
  }));
}

const columns = ['language', 'languages', 'date', 'type', 'dead', 'summary'] as const;
type Column = (typeof columns)[number];

/** The links of these nodes, node by node, those of one relation in the order of their records. */
async function linksFrom(store: GraphStore, kind: Kind, ids: string[]): Promise<LinkRow[]> {
  // A row for each node, put in order here: a sorted row for each link takes half as long again to get.
  const rows = await store.read<{ from: string; relations: RelationName[]; targets: string[]; positions: number[] }>(
    `UNWIND $ids AS key MATCH (a:${labels[kind]} {id: key})-[r]->(b) ${seekById('a', labels[kind])}
     RETURN a.id AS from, collect(type(r)) AS relations, collect(b.id) AS targets, collect(r.position) AS positions`,
    { ids },
  );
  return rows.flatMap(({ from, relations, targets, positions }) => {
    const places = [...positions.keys()].sort((a, b) => positions[a]! - positions[b]!);
    return places.map((place) => ({ from, relation: relations[place]!, to: targets[place]! }));
  });
}
