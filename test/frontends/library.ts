import { publication, smallCatalogue } from '../records.ts';

/** More publications than one page of the front ends holds. */
export const library = [
  ...smallCatalogue,
  ...Array.from({ length: 9 }, (_, i) => publication(`shelf-${i}`, { date: `199${i}`, themes: ['theme/residence'] })),
];

/** The ids of all publications about residence, in the order of the API, asked without any client. */
export async function idsInOrder(server: string): Promise<string[]> {
  const query = '{ publications(filter: { themes: ["theme/residence"] }, first: 100) { nodes { id } } }';
  const response = await fetch(`${server}/graphql?query=${encodeURIComponent(query)}`);
  const { data } = (await response.json()) as { data: { publications: { nodes: { id: string }[] } } };
  return data.publications.nodes.map(({ id }) => id);
}
