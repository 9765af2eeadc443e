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
}

const pageSize = 2_000;

/** Everything written after `revision` (0: the whole graph), in pages that leave the event loop free in between. */
export async function* scanChanges(store: GraphStore, revision: number): AsyncGenerator<Changes> {
  for (const kind of kinds) {
    // The ids at once, the rest by keys: a page that had to be found behind the last one would cost a scan each.
    const ids = await changedIds(store, kind, revision);
    for (let start = 0; start < ids.length; start += pageSize) {
      const page = ids.slice(start, start + pageSize);
      yield { nodes: await nodesOf(store, kind, page), links: await linksFrom(store, kind, page) };
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
    `MATCH (n:${labels[kind]}) WHERE n.id IN $ids
     RETURN n.id AS id, n.language AS language, n.date AS date, n.type AS type ORDER BY id`,
    { ids },
  );

const linksFrom = (store: GraphStore, kind: Kind, ids: string[]) =>
  store.read<LinkRow>(
    `MATCH (a:${labels[kind]})-[r]->(b) WHERE a.id IN $ids
     RETURN a.id AS from, type(r) AS relation, b.id AS to
     ORDER BY from, relation, r.position, to, r.id`,
    { ids },
  );
