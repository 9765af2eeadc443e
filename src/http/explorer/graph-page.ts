import { NeighbourhoodDocument } from '../../client/operations.generated.ts';
import { farthest, graphPage, sizes } from '../../explorer/graph.ts';
import { graphQuestionPage } from '../../explorer/graph-question.ts';
import { relationWord } from '../../landing/statement.ts';
import { kindOf } from '../../model.ts';
import type { PageMaker } from './answer-page.ts';
import { findEnd } from './find-end.ts';

/** `/graph?id=…`: what stands around an entity; where there is none, or a name of several, it asks which. */
export const graph: PageMaker = async (asked) => {
  const { ask, given, site } = asked;
  const written = given.get('id')?.trim() ?? '';
  // An id is asked for as it is, so that one that was merged or withdrawn is told as such.
  const end = kindOf(written) === null ? await findEnd(asked, 'id') : undefined;
  const of = end ? end.id : written;
  if (of === undefined) return graphQuestionPage(site, given, end!);
  const hops = number(given, 'hops', 1, farthest);
  const most = number(given, 'first', sizes[1], sizes.at(-1)!);
  const { neighbourhood } = await ask(NeighbourhoodDocument, { of, hops, first: most, language: site.language });
  if (given.get('format') !== 'csv') return graphPage(site, { given, of, hops, most, around: neighbourhood });
  const names = new Map(neighbourhood.nodes.map(({ node }) => [node?.id, node?.label ?? '']));
  const rows = neighbourhood.links.map(({ relation, from, to }) => [from, names.get(from)!, relationWord(site, relation), to, names.get(to)!]); // prettier-ignore
  return { table: { name: 'graph', rows: [['from', 'name', 'relation', 'to', 'name'], ...rows] } };
};

function number(given: URLSearchParams, name: string, usual: number, most: number): number {
  const value = given.get(name);
  if (value === null || value === '') return usual;
  if (!/^\d+$/.test(value) || Number(value) < 1 || Number(value) > most)
    throw new RangeError(`${name}: ${JSON.stringify(value.slice(0, 40))} is not between 1 and ${most}.`);
  return Number(value);
}
