import { createBuilder } from './builder.ts';
import { patch, patchCount } from './patch.ts';
import type { Projection, ProjectionChanges } from './projection.ts';

/** So many patched nodes are carried along before the projection is made anew, slice by slice. */
const mostPatches = 20_000;

/** The next projection: few changes are patched in, many make it anew. */
export function* takeIn(
  base: Projection,
  pages: readonly ProjectionChanges[],
  revision: number,
): Generator<void, Projection> {
  const changes = {
    nodes: pages.flatMap(({ nodes }) => nodes),
    links: pages.flatMap(({ links }) => links),
    gone: pages.flatMap(({ gone = [] }) => gone),
  };
  if (patchCount(base) + changes.nodes.length <= mostPatches) return yield* patch(base, changes, revision);
  const builder = createBuilder(base);
  yield* builder.add(changes);
  return yield* builder.build(revision);
}
