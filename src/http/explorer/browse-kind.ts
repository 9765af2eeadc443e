import {
  CountryCardsDocument,
  InstrumentCardsDocument,
  OrganisationCardsDocument,
  PersonCardsDocument,
  ProjectCardsDocument,
  ThemeCardsDocument,
  type Kind,
} from '../../client/operations.generated.ts';
import type { Found } from '../../explorer/card.ts';
import type { Ask } from './ask.ts';

/** A list of each kind by name; publications have orders of their own. */
const lists = {
  ORGANISATION: OrganisationCardsDocument,
  COUNTRY: CountryCardsDocument,
  INSTRUMENT: InstrumentCardsDocument,
  THEME: ThemeCardsDocument,
  PROJECT: ProjectCardsDocument,
  PERSON: PersonCardsDocument,
} as const satisfies Record<Exclude<Kind, 'PUBLICATION'>, unknown>;

/** A page of the entities of a kind, by name, and where the next one begins. */
export async function browseKind(
  ask: Ask,
  kind: keyof typeof lists,
  variables: { after?: string; language?: string },
): Promise<{ totalCount: number; items: Found[]; next: string | undefined }> {
  const { totalCount, nodes, pageInfo } = (await ask(lists[kind], variables)).list;
  const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
  return { totalCount, items: nodes.map((node) => ({ node })), next };
}
