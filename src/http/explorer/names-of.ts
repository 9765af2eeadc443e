import { NodesDocument } from '../../client/operations.generated.ts';
import { choosers, type State } from '../../explorer/state.ts';
import type { Asked } from './answer-page.ts';

/** What the entities are called that have been chosen, by id. */
export async function namesOf({ ask, site }: Asked, { chosen }: State): Promise<Map<string, string>> {
  const ids = choosers.flatMap((chooser) => (chosen[chooser] ?? []).filter((value) => value.includes('/')));
  if (ids.length === 0) return new Map();
  const { nodes } = await ask(NodesDocument, { ids: ids.slice(0, 100), language: site.language });
  return new Map(nodes.flatMap((node, place) => (node ? [[ids[place]!, node.label]] : [])));
}
