import { doiKey, isbnKey, urlKey } from '../graph/identifiers.ts';
import { kindOf, type Kind } from '../model.ts';
import { marksOf, type Marks } from '../projection/marks.ts';
import { remembered } from '../projection/remembered.ts';
import { search, sizeOfWords, type Found } from '../projection/search.ts';
import type { Context } from './context.ts';
import { matchingFilter, type PublicationFilter } from './publication-filter.ts';
import { checkText } from './search-text.ts';

/** What was found for a text, among the kinds and publications wanted. */
export interface Hits extends Pick<Found, 'scores' | 'words' | 'takenAs'> {
  nodes: Uint32Array;
  /** 1 for each of the nodes, by number. */
  marks: Marks;
  /** What was asked for, the text as it is. */
  question: unknown;
}

/** The entities that say a text, or the one that it is the id, DOI, ISBN or address of. */
export async function find(
  context: Context,
  { text, kinds, filter }: { text: string; kinds?: readonly Kind[]; filter?: PublicationFilter },
): Promise<Hits> {
  checkText('text', text);
  const { projection } = context;
  const identified = await identifiedBy(context, text.trim());
  const question = [text, identified, kinds, filter];
  return known(projection, question, () => {
    const { ids, ofKind } = projection;
    const found = identified === undefined ? search(projection, text) : foundOne(ids.length, identified);
    const isMeant = filter && matchingFilter(context, filter);
    const isOfKind = kinds && marksOf(ids.length, ...kinds.map((kind) => ofKind[kind]));
    const nodes = found.nodes.filter(
      (node) => (!isMeant || isMeant[node] === 1) && (!isOfKind || isOfKind[node] === 1),
    );
    const { scores, words, takenAs } = found;
    return { nodes, marks: marksOf(ids.length, nodes), question, scores, words, takenAs };
  });
}

const known = remembered<Hits>(
  20_000_000,
  ({ nodes, marks, scores, words }) => nodes.byteLength + marks.byteLength + scores.byteLength + sizeOfWords(words),
);

/** The node that a text is the id, DOI, ISBN or address of. */
async function identifiedBy({ projection, loaders }: Context, text: string): Promise<number | undefined> {
  if (kindOf(text)) return projection.numbers.get(text);
  const key = /^https?:/i.test(text) ? (doiKey(text) ?? urlKey(text)) : (doiKey(text) ?? isbnKey(text));
  const id = key && (await loaders.identified.load(key));
  return id ? projection.numbers.get(id) : undefined;
}

function foundOne(size: number, node: number): Pick<Found, 'nodes' | 'scores' | 'words' | 'takenAs'> {
  const scores = new Float32Array(size);
  scores[node] = 1;
  return { nodes: Uint32Array.of(node), scores, words: new Set(), takenAs: [] };
}
