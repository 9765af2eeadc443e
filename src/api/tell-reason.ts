import type { Publication } from '../model.ts';
import { neighbours } from '../projection/adjacency.ts';
import { familyRules, type FamilyName } from '../projection/features.ts';
import type { SharedEntity, SharedThing } from '../projection/reasons.ts';
import { asWritten } from './as-written.ts';
import type { Context } from './context.ts';
import { labelOf, shortLabelOf } from './label.ts';
import { reasonLanguage, reasonText, sentenceOf, type Phrase } from './reason-text.ts';
import type { Edge } from './related-list.ts';

/** What a reason is told by: the two that share something, and the language of the reader. */
export type ExplainedEdge = Pick<Edge, 'target' | 'score' | 'language'> & { scored: number };

/** A reason as plain JSON; the id is null where words are shared. */
export interface ToldReason {
  kind: FamilyName;
  id: string | null;
  name: string;
  text: string;
  share: number;
  /** Whether it stands on law that a later instrument has replaced. */
  replaced: boolean;
}

/** One reason with the name of what is shared and the words that say so. */
export async function reasonOf(
  context: Context,
  edge: ExplainedEdge,
  shared: SharedThing,
  language = edge.language,
): Promise<ToldReason> {
  const share = shared.score / edge.score;
  if (shared.family === 'TEXT') {
    const name = await someWords(context, edge.scored, shared.words);
    return { kind: 'TEXT', id: null, name, text: reasonText('TEXT', name, language), share, replaced: false };
  }
  const id = context.projection.ids[shared.entity]!;
  const record = await context.loaders.record.load(id);
  const told = reasonLanguage(language);
  const name = record ? labelOf(record, told) : id;
  const shortName = record ? shortLabelOf(record, told) : id;
  const replaced = isReplaced(context, shared);
  const text = reasonText(phraseOf(context, edge, shared), shortName, language, { replaced });
  return { kind: shared.family, id, name, text, share, replaced };
}

/** So many words are named in a reason. */
const wordsShown = 3;

/** A few of the words two texts share, as they stand in the related publication. */
async function someWords({ loaders, projection }: Context, publication: number, words: readonly string[]) {
  const record = (await loaders.record.load(projection.ids[publication]!)) as Publication | null;
  const telling = words.filter((word) => word.length > 3);
  const chosen = (telling.length > 0 ? telling : words).slice(0, wordsShown);
  return asWritten(
    chosen,
    record ? [record.title, record.summary ?? '', ...Object.values(record.titles ?? {})] : [],
  ).join(', ');
}

/** Whether law stands behind a reason that a later instrument has replaced, on the way to what is shared too. */
export function isReplaced({ projection }: Context, shared: SharedThing): boolean {
  if (shared.family !== 'INSTRUMENT') return false;
  const behind = [shared.entity, shared.targetVia, shared.candidateVia];
  return behind.some((law) => neighbours(projection.out.REPLACED_BY, law).length > 0);
}

const isPublication = ({ projection }: Context, target: number | null) =>
  target !== null && projection.ids[target]!.startsWith('publication/');

function phraseOf(context: Context, { target, scored }: ExplainedEdge, shared: SharedEntity): Phrase {
  const { family, entity, targetVia, candidateVia } = shared;
  if (family === 'THEME' && (targetVia !== entity || candidateVia !== entity)) return 'WIDER_THEME';
  if (family === 'INSTRUMENT' && (targetVia !== entity || candidateVia !== entity)) return 'NEAR_INSTRUMENT';
  if (family === 'CITATION') return entity === target ? 'CITING' : entity === scored ? 'CITED' : family;
  const { relation } = familyRules[family];
  return isPublication(context, target) || relation === 'CITES' ? family : (relation as Phrase);
}

/** A second reason that makes less of the score is not named in the sentence. */
const leastShare = 0.05;

/**
 * Why an item is there, in one sentence, from its two strongest reasons: from what is shared by links where there is
 * anything, as words alone tell a reader little.
 */
export async function sentenceFor(
  context: Context,
  edge: ExplainedEdge,
  shared: readonly SharedThing[],
  language?: string,
) {
  const linked = shared.filter(({ family }) => family !== 'TEXT');
  const [first, ...others] = linked.length > 0 ? linked : shared;
  // What adds next to nothing explains nothing.
  const second = others.find(({ score }) => score >= leastShare * edge.score);
  const strongest = [first, second].filter((thing) => thing !== undefined);
  return sentenceOf(
    await Promise.all(strongest.map(async (thing) => (await reasonOf(context, edge, thing, language)).text)),
    reasonLanguage(language ?? edge.language),
  );
}
