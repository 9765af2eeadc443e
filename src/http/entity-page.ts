import type { Context } from '../api/context.ts';
import { relatedAnswer } from '../api/related-answer.ts';
import { formatCitation } from '../formats/citation.ts';
import { cslItemOf } from '../formats/csl-item.ts';
import type { Described } from '../formats/described.ts';
import { inward } from '../landing/facts.ts';
import { landingPage } from '../landing/page.ts';
import type { CatalogueRecord, Publication } from '../model.ts';
import { neighbours } from '../projection/adjacency.ts';
import { siblings } from '../projection/works.ts';
import type { RelationName } from '../relations.ts';
import { representationsOf } from './representations.ts';
import type { ReaderLanguage } from './reader-language.ts';

/** So many of a kind of link to an entity are shown. */
const mostShown = 12;

/** The page of an entity as HTML, with what surrounds it in the graph. */
export async function entityPage(context: Context, described: Described, reader: ReaderLanguage): Promise<string> {
  const { record } = described;
  const { projection } = context;
  const node = projection.numbers.get(record.id);
  const isWork = record.kind === 'publication' && node !== undefined;
  const others = (isWork ? await recordsOf(context, siblings(projection, node)) : []) as Publication[];
  const ownLanguage = (record as Publication).language;
  return landingPage({
    described,
    linking: node === undefined ? [] : await linkingTo(context, node),
    translations: others.filter(({ language }) => language !== ownLanguage),
    editions: others.filter(({ language }) => language === ownLanguage),
    related: await relatedAnswer(context, { id: record.id }, { first: 6, language: reader.language }),
    citation: isWork
      ? formatCitation(cslItemOf(described), { style: 'apa', language: reader.told, format: 'text' })
      : null,
    formats: representationsOf(record.id).filter(({ name }) => name !== 'html'),
    ...reader,
  });
}

async function linkingTo(context: Context, node: number) {
  const { projection } = context;
  const groups = Object.keys(inward).map(async (name) => {
    const relation = name as RelationName;
    const from = [...new Set(neighbours(projection.in[relation], node))];
    from.sort((a, b) => (projection.ids[a]! < projection.ids[b]! ? -1 : 1));
    return { relation, some: await recordsOf(context, from.slice(0, mostShown)), total: from.length };
  });
  return (await Promise.all(groups)).filter(({ some }) => some.length > 0);
}

async function recordsOf({ loaders, projection }: Context, nodes: readonly number[]): Promise<CatalogueRecord[]> {
  const records = await Promise.all(nodes.map((node) => loaders.record.load(projection.ids[node]!)));
  return records.filter((record) => record !== null);
}
