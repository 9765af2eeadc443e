import { LRUCache } from 'lru-cache';
import { linkKey, readLinkStatements, type GraphLink } from './read.ts';
import type { Statement } from './statements.ts';
import type { GraphStore } from './store.ts';

/** What links stand on, kept in memory as long as nothing was written about the entity that states them. */
export interface StatementCache {
  /** The first statement behind a link if it is in memory, without asking the store. */
  peek(link: GraphLink): Statement | undefined;
  /** The first statement behind each link, in their order; undefined where there is none any more. `from`: the store as it may be read now. */
  read(links: readonly GraphLink[], from?: GraphStore): Promise<(Statement | undefined)[]>;
  /** Forgets what a write has touched; with no ids all of it. */
  forget(ids?: readonly string[]): void;
}

/** The statements of so many entities are kept, those that were asked for: about 20 MB. */
const mostKept = 25_000;

export function createStatementCache(store: GraphStore, most = mostKept): StatementCache {
  const kept = new LRUCache<string, Map<string, Statement>>({ max: most });
  let forgotten = 0;
  return {
    peek: (link) => kept.get(link.from)?.get(linkKey(link)),
    async read(links, from = store) {
      const before = forgotten;
      const statements = await readLinkStatements(from, links);
      // What was read while something was forgotten may be what was to be forgotten.
      if (forgotten !== before) return statements;
      for (const statement of statements) {
        if (!statement) continue;
        const known = kept.get(statement.from) ?? new Map<string, Statement>();
        kept.set(statement.from, known.set(linkKey(statement), statement));
      }
      return statements;
    },
    forget(ids) {
      forgotten++;
      if (ids) for (const id of ids) kept.delete(id);
      else kept.clear();
    },
  };
}
