import { kinds, type Kind } from '../model.ts';
import type { RelationName } from '../relations.ts';
import { labels } from './schema.ts';
import type { GraphStore } from './store.ts';

/** What the projection holds of a node; language, date and type stand on publications only. */
export interface NodeRow {
  id: string;
  language: string | null;
  date: string | null;
  type: string | null;
  /** True where every address of a publication is dead. */
  dead: boolean | null;
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

const pageSize = 2_000;

/** Everything written after `revision` (0: the whole graph), in pages that leave the event loop free in between. */
export async function* scanChanges(store: GraphStore, revision: number): AsyncGenerator<Changes> {
  const gone = await store.read<Changes['gone'][number]>(
    `MATCH (r:Retired) WHERE r.revision > $revision RETURN r.id AS id, r.survivor AS survivor ORDER BY id`,
    { revision },
  );
  yield { nodes: [], links: [], gone };
  for (const kind of kinds) {
    // The ids at once, the rest by keys: a page that had to be found behind the last one would cost a scan each.
    const ids = await changedIds(store, kind, revision);
    for (let start = 0; start < ids.length; start += pageSize) {
      const page = ids.slice(start, start + pageSize);
      yield { nodes: await nodesOf(store, kind, page), links: await linksFrom(store, kind, page), gone: [] };
    }
  }
}

async function changedIds(store: GraphStore, kind: Kind, revision: number): Promise<string[]> {
  const rows = await store.read<{ id: string }>(
    `MATCH (n:${labels[kind]}) WHERE n.revision > $revision RETURN n.id AS id ORDER BY id`,
    { revision },
  );
  return rows.map(({ id }) => id);
}

const nodesOf = (store: GraphStore, kind: Kind, ids: string[]) =>
  store.read<NodeRow>(
    `UNWIND $ids AS key MATCH (n:${labels[kind]} {id: key})
     RETURN n.id AS id, n.language AS language, n.date AS date, n.type AS type, n.dead AS dead
     ORDER BY id`,
    { ids },
  );

/** The links of these nodes, node by node, those of one relation in the order of their records. */
async function linksFrom(store: GraphStore, kind: Kind, ids: string[]): Promise<LinkRow[]> {
  // A row for each node, put in order here: a sorted row for each link takes half as long again to get.
  const rows = await store.read<{ from: string; relations: RelationName[]; targets: string[]; positions: number[] }>(
    `UNWIND $ids AS key MATCH (a:${labels[kind]} {id: key})-[r]->(b)
     RETURN a.id AS from, collect(type(r)) AS relations, collect(b.id) AS targets, collect(r.position) AS positions`,
    { ids },
  );
  return rows.flatMap(({ from, relations, targets, positions }) => {
    const places = [...positions.keys()].sort((a, b) => positions[a]! - positions[b]!);
    return places.map((place) => ({ from, relation: relations[place]!, to: targets[place]! }));
  });
}
