import { ChoicesDocument, CountsDocument, type PublicationFilter } from '../../client/operations.generated.ts';
import { matrixPage, type Matrix } from '../../explorer/matrix.ts';
import { filterOf, readState } from '../../explorer/state.ts';
import type { Ask } from './ask.ts';
import type { PageMaker } from './answer-page.ts';
import { offerFor } from './offer-for.ts';

/** So many themes and countries, those with the most publications. */
const [down, across] = [24, 18];
/** As many values as one question may count. */
const mostCounted = 1000;

/** `/matrix`: publications by theme and country. */
export const matrix: PageMaker = async (asked) => {
  const { ask, given, site } = asked;
  const state = readState(given);
  const { language } = site;
  const made = await countCells(ask, filterOf(state), language);
  if (given.get('format') === 'csv') {
    const { themes, countries, cells } = made;
    const rows = themes.map(({ label }, row) => [label, ...cells[row]!.map((count) => count ?? '')]);
    return { table: { name: 'themes-by-country', rows: [['', ...countries.map(({ label }) => label)], ...rows] } };
  }
  return matrixPage(site, { state, given, matrix: made, offer: await offerFor(asked, state) });
};

/** Counts the themes of each country by itself: one list of all pairs would be cut where the rarest, the gaps, begin. */
async function countCells(ask: Ask, filter: PublicationFilter | undefined, language: string): Promise<Matrix> {
  const { publications } = await ask(ChoicesDocument, { by: ['THEME', 'COUNTRY'], filter, values: down, language });
  const [themes = [], found = []] = publications.facets.map(({ values }) => values);
  const countries = found.slice(0, across);
  const columns = await Promise.all(
    countries.map(async ({ value }) => {
      const only: PublicationFilter = { all: [filter ?? {}, { countries: [value] }] };
      const { counts } = await ask(CountsDocument, { by: ['THEME'], filter: only, first: mostCounted });
      const ofThemes = new Map(counts.map(({ values, count }) => [values[0]!, count]));
      const rest = counts.length < mostCounted ? 0 : undefined;
      return (theme: string) => ofThemes.get(theme) ?? rest;
    }),
  );
  const isCut = themes.length === down || found.length > across;
  return { themes, countries, isCut, cells: themes.map(({ value }) => columns.map((countOf) => countOf(value))) };
}
