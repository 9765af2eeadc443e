import type { Context } from '../api/context.ts';
import { relatedAnswer } from '../api/related-answer.ts';
import { ReasonStatementsDocument } from '../client/operations.generated.ts';
import { formatCitation } from '../formats/citation.ts';
import { cslItemOf } from '../formats/csl-item.ts';
import type { Described } from '../formats/described.ts';
import { tellDate } from '../landing/as-told.ts';
import { inward } from '../landing/facts.ts';
import { landingPage } from '../landing/page.ts';
import type { CatalogueRecord, Publication } from '../model.ts';
import { neighbours } from '../projection/adjacency.ts';
import { siblings } from '../projection/works.ts';
import type { RelationName } from '../relations.ts';
import { builtAssetPath } from './assets.ts';
import type { Ask } from './explorer/ask.ts';
import { representationsOf } from './representations.ts';
import type { ReaderLanguage } from './reader-language.ts';

/** So many of a kind of link to an entity are shown. */
const mostShown = 12;
const mostRelated = 6;

/** The page of an entity as HTML, with what surrounds it in the graph. */
export async function entityPage(
  context: Context,
  ask: Ask,
  described: Described,
  reader: ReaderLanguage,
): Promise<string> {
  const { record } = described;
  const { projection } = context;
  const node = projection.numbers.get(record.id);
  const isWork = record.kind === 'publication' && node !== undefined;
  const others = (isWork ? await recordsOf(context, siblings(projection, node)) : []) as Publication[];
  const ownLanguage = (record as Publication).language;
  const [linking, related, statements] = await Promise.all([
    node === undefined ? [] : linkingTo(context, node, reader.told),
    relatedAnswer(context, { id: record.id }, { first: mostRelated, language: reader.language }),
    ask(ReasonStatementsDocument, { to: { id: record.id }, first: mostRelated, language: reader.language }),
  ]);
  return landingPage({
    described,
    linking,
    translations: others.filter(({ language }) => language !== ownLanguage),
    editions: others.filter(({ language }) => language === ownLanguage),
    related,
    statements: statements.related.edges.map(({ reasons }) => reasons.map((reason) => reason.statements)),
    citation: isWork
      ? formatCitation(cslItemOf(described), { style: 'apa', language: reader.told, format: 'text' })
      : null,
    formats: representationsOf(record.id).filter(({ name }) => name !== 'html'),
    script: builtAssetPath('explorer.js'),
    ...reader,
  });
}

async function linkingTo(context: Context, node: number, told: string) {
  const { projection } = context;
  const standings = await standingsOf(context, projection.ids[node]!, told);
  const groups = Object.keys(inward).map(async (name) => {
    const relation = name as RelationName;
    const from = [...new Set(neighbours(projection.in[relation], node))].filter(
      (other) => relation !== 'HAS_PARTY' || standings.get(projection.ids[other]!) !== undefined,
    );
    from.sort((a, b) => (projection.ids[a]! < projection.ids[b]! ? -1 : 1));
    const some = await recordsOf(context, from.slice(0, mostShown));
    const note = (id: string) => (relation === 'HAS_PARTY' ? standings.get(id) : undefined);
    return { relation, some: some.map((record) => ({ record, note: note(record.id) })), total: from.length };
  });
  return (await Promise.all(groups)).filter(({ some }) => some.length > 0);
}

/** How a country stands towards each instrument, such as `ratification, 6 September 2001`; `no action` is no standing. */
async function standingsOf({ loaders }: Context, id: string, told: string): Promise<Map<string, string>> {
  const standings = new Map<string, string>();
  if (!id.startsWith('country/')) return standings;
  for (const { from, status, date } of await loaders.statementsTo('HAS_PARTY').load(id)) {
    if (!status || status === 'no action') continue;
    const standing = [status, tellDate(date, told)].filter(Boolean).join(', ');
    const known = standings.get(from);
    standings.set(from, known && known !== standing ? `${known}; ${standing}` : standing);
  }
  return standings;
}

async function recordsOf({ loaders, projection }: Context, nodes: readonly number[]): Promise<CatalogueRecord[]> {
  const records = await Promise.all(nodes.map((node) => loaders.record.load(projection.ids[node]!)));
  return records.filter((record) => record !== null);
}
