import type { Theme } from '../model.ts';
import type { Described } from './described.ts';
import { nodesAt, pointAll, pointBack, type Node } from './node.ts';
import { textOf, textsOf } from './texts.ts';

/** The thesaurus all themes are in. */
export const schemeAddress = (base: string): string => `${base}/#themes`;

/** What is said of a theme, in SKOS. */
export function themeNode(described: Described): Node {
  const { prefLabel, altLabel = {}, exactMatch = [], closeMatch, sameAs = [] } = described.record as Theme;
  const other = Object.entries(altLabel).flatMap(([language, names]) => names.map((name) => textOf(name, language)));
  const scheme = { '@id': schemeAddress(described.base) };
  const broader = pointAll(described, 'BROADER');
  return {
    'skos:prefLabel': textsOf(prefLabel),
    'skos:altLabel': other,
    'skos:broader': broader,
    'skos:narrower': pointBack(described, 'BROADER'),
    'skos:related': pointAll(described, 'RELATED'),
    'skos:exactMatch': nodesAt([...exactMatch, ...sameAs]),
    'skos:closeMatch': nodesAt(closeMatch),
    'skos:inScheme': scheme,
    'skos:topConceptOf': broader.length === 0 ? scheme : undefined,
    alternateName: other,
    sameAs: nodesAt([...exactMatch, ...sameAs]),
  };
}
