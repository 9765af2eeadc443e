import type { Kind } from '../model.ts';
import { countryNode, organisationNode, personNode, projectNode } from './agent-nodes.ts';
import { addressOf, type Described } from './described.ts';
import { instrumentNode } from './instrument-node.ts';
import { typeOf, type Node } from './node.ts';
import { publicationNode } from './publication-node.ts';
import { distinct, namesOf } from './texts.ts';
import { schemeAddress, themeNode } from './theme-node.ts';
import { webAddress } from './web-address.ts';

/**
 * What the terms mean: schema.org unless a prefix says otherwise. It stands in every document: nobody need fetch it.
 */
export const context = {
  '@vocab': 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const tell: Record<Kind, (described: Described) => Node> = {
  publication: publicationNode,
  organisation: organisationNode,
  country: countryNode,
  instrument: instrumentNode,
  theme: themeNode,
  project: projectNode,
  person: personNode,
};

/** An entity as a node of schema.org, themes of SKOS too, instruments of ELI; without the context. */
export function nodeOf(described: Described): Node {
  const { record, base } = described;
  const node = {
    '@id': addressOf(described, record.id),
    '@type': typeOf(record, described),
    name: namesOf(record),
    ...tell[record.kind](described),
    // A page that speaks of it: where the catalogue has it from.
    subjectOf: webAddress(record.source.url) && { '@id': webAddress(record.source.url) },
    sdLicense: record.source.licence,
    sdPublisher: { '@id': `${base}/#catalogue` },
  };
  return withoutGaps(node);
}

/** An entity as a document of its own. */
export const jsonLdOf = (described: Described): object => ({ '@context': context, ...nodeOf(described) });

/** What an export begins with: the catalogue and its thesaurus. */
export const catalogueNodes = (base: string): Node[] => [
  { '@id': `${base}/#catalogue`, '@type': 'Organization', name: 'Common Thread', url: `${base}/` },
  {
    '@id': schemeAddress(base),
    '@type': ['DefinedTermSet', 'skos:ConceptScheme'],
    name: { '@value': 'Themes of Common Thread', '@language': 'en' },
  },
];

/** Leaves out what is undefined or an empty list, what a list has twice, and lists around one value. */
function withoutGaps(node: Node): Node {
  const present: Node = {};
  for (const [name, value] of Object.entries(node)) {
    const values = Array.isArray(value) ? distinct(value) : [value];
    const only = values.length === 1 ? values[0] : values;
    if (only === undefined || (Array.isArray(only) && only.length === 0)) continue;
    present[name] = cleaned(only);
  }
  return present;
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'object' && value !== null ? withoutGaps(value as Node) : value;
}
