import { ChoicesDocument, CountsDocument } from '../../client/operations.generated.ts';
import { filterOf, readState } from '../../explorer/state.ts';
import { timelinePage } from '../../explorer/timeline.ts';
import type { PageMaker } from './answer-page.ts';
import { offerFor } from './offer-for.ts';

/** `/timeline`: publications by year. */
export const timeline: PageMaker = async (asked) => {
  const { ask, given, site } = asked;
  const state = readState(given);
  const filter = filterOf(state);
  const { language } = site;
  const { counts } = await ask(CountsDocument, { by: ['YEAR'], filter, first: 1000 });
  const years = counts.map(({ values, count }) => ({ year: Number(values[0]), count })).sort((a, b) => a.year - b.year);
  if (given.get('format') === 'csv') {
    const rows = years.map(({ year, count }) => [year, count]);
    return { table: { name: 'timeline', rows: [[site.say('year'), site.say('publications')], ...rows] } };
  }
  const [offer, { publications }] = await Promise.all([
    offerFor(asked, state),
    ask(ChoicesDocument, { by: [], filter, language }),
  ]);
  return timelinePage(site, { state, given, years, total: publications.totalCount, offer });
};
