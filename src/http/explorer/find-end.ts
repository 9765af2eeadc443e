import { NodesDocument, SuggestDocument } from '../../client/operations.generated.ts';
import type { End } from '../../explorer/end.ts';
import { foldText } from '../../fold.ts';
import { kindOf } from '../../model.ts';
import type { Asked } from './answer-page.ts';

/** So many namesakes are offered. */
const mostOffered = 8;

/** Finds the entity that a parameter names: by its id, or by a name that only one has. */
export async function findEnd({ ask, given, site: { language } }: Asked, name: string): Promise<End> {
  const written = given.get(name)?.trim().slice(0, 200) ?? '';
  if (!written) return { written, candidates: [] };
  if (kindOf(written) !== null) {
    const { nodes } = await ask(NodesDocument, { ids: [written], language });
    const [node] = nodes;
    if (node) return { written, id: node.id, label: node.label, candidates: [] };
  }
  const { suggest } = await ask(SuggestDocument, { prefix: written, first: mostOffered, language });
  // `ASTRA – Anti Trafficking Action` is called by its short name, too.
  const named = suggest.filter(({ label }) =>
    [label, label.split(/\s[–—-]\s/)[0]!].some((text) => foldText(text) === foldText(written)),
  );
  const [only, another] = named.length > 0 ? named : suggest;
  return only && !another
    ? { written, id: only.id, label: only.label, candidates: [] }
    : { written, candidates: suggest };
}
