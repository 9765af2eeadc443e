import type { Publication } from '../model.ts';
import { addressOf, type Described } from './described.ts';
import { nodesAt, pointAll, pointBack, typedDate, type Node } from './node.ts';
import { oneLine } from './one-line.ts';
import { doiAddress } from './web-address.ts';

/** What is said of a publication, in schema.org; its editions and how much of its date is known in Dublin Core. */
export function publicationNode(described: Described): Node {
  const {
    summary,
    language,
    languages,
    date,
    type,
    url,
    urls = [],
    doi,
    isbn,
    sameAs = [],
  } = described.record as Publication;
  return {
    description: summary && oneLine(summary),
    inLanguage: languages ?? language,
    datePublished: date,
    'dcterms:issued': typedDate(date),
    genre: type,
    url: nodesAt([url, ...urls]),
    identifier: [doi && doiAddress(doi), isbn && `urn:isbn:${isbn}`].filter(Boolean),
    isbn,
    sameAs: nodesAt([doi && doiAddress(doi), ...sameAs]),
    author: pointAll(described, 'AUTHORED_BY'),
    publisher: pointAll(described, 'PUBLISHED_BY'),
    sourceOrganization: pointAll(described, 'PART_OF'),
    about: pointAll(described, 'ABOUT'),
    spatialCoverage: pointAll(described, 'COVERS'),
    mentions: [...pointAll(described, 'REFERS_TO'), ...provisionsOf(described)],
    citation: pointAll(described, 'CITES'),
    translationOfWork: pointAll(described, 'TRANSLATION_OF'),
    workTranslation: pointBack(described, 'TRANSLATION_OF'),
    'dcterms:isVersionOf': pointAll(described, 'EDITION_OF'),
    'dcterms:hasVersion': pointBack(described, 'EDITION_OF'),
  };
}

/** The articles that are named of an instrument, as parts of it. */
function provisionsOf(described: Described): Node[] {
  return described.links.flatMap(({ relation, to, provision }) => {
    if (relation !== 'REFERS_TO' || provision === undefined) return [];
    const instrument = addressOf(described, to);
    return {
      '@id': `${instrument}#${encodeURIComponent(provision)}`,
      '@type': 'Legislation',
      name: oneLine(provision),
      isPartOf: { '@id': instrument },
    };
  });
}
