import { addressOf, linkedBy, type Described } from '../formats/described.ts';
import { typeOf } from '../formats/node.ts';
import { doiAddress, webAddress } from '../formats/web-address.ts';
import type { Representation } from './representations.ts';

/** So many authors are named: headers may not be long without end. */
const mostAuthors = 20;

/** The `Link` header of an entity (signposting.org): how to cite it, what it is, who wrote it, where it and its other forms are. */
export function signposts(described: Described, formats: readonly Representation[]): string {
  const { record } = described;
  const address = addressOf(described, record.id);
  const doi = record.kind === 'publication' && record.doi ? doiAddress(record.doi) : undefined;
  const item = record.kind === 'publication' ? webAddress(record.url) : undefined;
  const links: [target: string, relation: string, type?: string][] = [
    [doi ?? address, 'cite-as'],
    ['https://schema.org/AboutPage', 'type'],
    ...[typeOf(record, described)]
      .flat()
      .filter((name) => !name.includes(':'))
      .map((name): [string, string] => [`https://schema.org/${name}`, 'type']),
    ...linkedBy(described, 'AUTHORED_BY')
      .slice(0, mostAuthors)
      .map((author): [string, string] => [webAddress(author.sameAs?.[0]) ?? addressOf(described, author.id), 'author']),
    ...(item ? [[item, 'item'] as [string, string]] : []),
    ...licenceOf(described),
    ...formats.map(({ name, mediaType }): [string, string, string] => [
      `${address}?format=${name}`,
      name === 'html' ? 'alternate' : 'describedby',
      mediaType,
    ]),
  ];
  return links
    .map(([target, relation, type]) => `<${target}>; rel="${relation}"${type ? `; type="${type}"` : ''}`)
    .join(', ');
}

/** The licence of a source is that of what is told here of an entity: it is not the licence of a work. */
function licenceOf({ record }: Described): [string, string][] {
  const { licence } = record.source;
  if (record.kind === 'publication' || licence === undefined) return [];
  const address = /^[A-Za-z0-9.-]+$/.test(licence) ? `https://spdx.org/licenses/${licence}` : webAddress(licence);
  return address ? [[address, 'license']] : [];
}
