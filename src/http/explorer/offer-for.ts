import {
  ChoicesDocument,
  CountriesCoveredDocument,
  type Dimension,
  type PublicationFilter,
} from '../../client/operations.generated.ts';
import { walk } from '../../client/walk.ts';
import { chosenBy, type Offer } from '../../explorer/choices.ts';
import type { State } from '../../explorer/state.ts';
import type { Asked } from './answer-page.ts';
import { namesOf } from './names-of.ts';

const counted: Dimension[] = chosenBy.filter((dimension) => dimension !== 'COUNTRY');

interface Covered {
  id: string;
  name: string;
  count: number;
}

/**
 * What the form of a view offers: every country with a publication, and the most frequent values of the other dimensions.
 * `everywhere` are those countries, where they are known already.
 */
export async function offerFor(asked: Asked, state: State, everywhere?: Covered[]): Promise<Offer> {
  const { ask, site } = asked;
  const { language } = site;
  const [{ publications }, names, countries] = await Promise.all([
    ask(ChoicesDocument, { by: counted, language }),
    namesOf(asked, state),
    everywhere ?? countriesCovered(asked),
  ]);
  const values = countries.map(({ id, name, count }) => ({ value: id, label: name, count }));
  return { facets: [...publications.facets, { dimension: 'COUNTRY', values }], names };
}

/** Every country that publications like this are about, the most first. */
export async function countriesCovered(
  { ask, site: { language } }: Asked,
  filter: PublicationFilter = {},
): Promise<Covered[]> {
  const found: Covered[] = [];
  const pages = walk(
    (after) => ask(CountriesCoveredDocument, { filter, language, ...after }),
    (data) => data.countries,
  );
  for await (const { node, publicationCount } of pages) found.push({ ...node, count: publicationCount });
  return found;
}
