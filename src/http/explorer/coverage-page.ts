import { CountriesWithoutDocument } from '../../client/operations.generated.ts';
import { walk } from '../../client/walk.ts';
import { coveragePage } from '../../explorer/coverage.ts';
import { filterOf, readState } from '../../explorer/state.ts';
import type { PageMaker } from './answer-page.ts';
import { countriesCovered, offerFor } from './offer-for.ts';

/** A record among the countries, and none. */
const union = 'country/EU';

/** `/coverage`: publications by country, and the countries without. */
export const coverage: PageMaker = async (asked) => {
  const { ask, given, site } = asked;
  const state = readState(given);
  const filter = filterOf(state);
  const { language, say } = site;
  const countriesWithout = async () => {
    const gaps: { id: string; name: string }[] = [];
    const pages = walk(
      (after) => ask(CountriesWithoutDocument, { filter: filter ?? {}, language, ...after }),
      (data) => data.countries,
    );
    for await (const { node } of pages) if (node.id !== union) gaps.push(node);
    return gaps;
  };
  const [covered, gaps] = await Promise.all([countriesCovered(asked, filter), countriesWithout()]);
  if (given.get('format') === 'csv') {
    const rows = [...covered, ...gaps.map((gap) => ({ ...gap, count: 0 }))].map(({ id, name, count }) => [
      id,
      name,
      count,
    ]);
    return { table: { name: 'coverage', rows: [['id', say('country'), say('publications')], ...rows] } };
  }
  const offer = await offerFor(asked, state, filter ? undefined : covered);
  return coveragePage(site, { state, given, covered, gaps, offer });
};
