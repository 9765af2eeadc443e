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
    for (let after = ''; ;) {
      const nodes = await nodePage(store, kind, revision, after);
      if (nodes.length === 0) break;
      yield { nodes, links: await linksFrom(store, kind, nodes) };
      after = nodes.at(-1)!.id;
    }
  }
}

const nodePage = (store: GraphStore, kind: Kind, revision: number, after: string) =>
  store.read<NodeRow>(
    `MATCH (n:${labels[kind]}) WHERE n.revision > $revision AND n.id > $after
     RETURN n.id AS id, n.language AS language, n.date AS date, n.type AS type
     ORDER BY id LIMIT $limit`,
    { revision, after, limit: pageSize },
  );

const linksFrom = (store: GraphStore, kind: Kind, nodes: NodeRow[]) =>
  store.read<LinkRow>(
    `MATCH (a:${labels[kind]})-[r]->(b) WHERE a.id IN $ids
     RETURN a.id AS from, type(r) AS relation, b.id AS to
     ORDER BY from, relation, r.position, to, r.id`,
    { ids: nodes.map(({ id }) => id) },
  );
