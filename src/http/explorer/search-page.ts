import {
  KindCountsDocument,
  OverviewDocument,
  PublicationCardsDocument,
  SearchCardsDocument,
  type PublicationOrder,
} from '../../client/operations.generated.ts';
import { searchPage, type Results } from '../../explorer/search.ts';
import {
  browsedKind,
  facetDimensions,
  filterOf,
  readState,
  sortOf,
  type Sort,
  type State,
} from '../../explorer/state.ts';
import type { Asked, PageMaker } from './answer-page.ts';
import { browseKind } from './browse-kind.ts';
import { namesOf } from './names-of.ts';

const orders: Record<Exclude<Sort, 'relevance'>, PublicationOrder> = {
  newest: 'DATE_DESC',
  oldest: 'DATE_ASC',
  byTitle: 'TITLE_ASC',
};

/** `/search`: what a text and what has been chosen find. */
export const searchResults: PageMaker = async ({ ask, given, site }) => {
  const state = readState(given);
  const [found, names] = await Promise.all([find({ ask, given, site }, state), namesOf({ ask, given, site }, state)]);
  const themes = found.items.length > 0 ? [] : await themesOf({ ask, given, site });
  return searchPage(site, state, { ...found, names, themes });
};

/** By relevance entities of every kind are found, by name those of one, in any other order publications. */
async function find({ ask, site: { language } }: Asked, state: State): Promise<Omit<Results, 'names' | 'themes'>> {
  const { text, kind, after } = state;
  const filter = filterOf(state);
  const kinds = text || filter ? [] : (await ask(KindCountsDocument, {})).status.entities;
  const browsed = browsedKind(state);
  if (browsed) return { ...(await browseKind(ask, browsed, { after, language })), facets: [], kinds, takenAs: [] };
  const sort = sortOf(state);
  const asked = { after, by: [...facetDimensions], language };
  if (sort === 'relevance') {
    const { search } = await ask(SearchCardsDocument, {
      ...asked,
      text,
      kinds: kind && !filter ? [kind] : undefined,
      filter,
    });
    const { totalCount, edges, facets, takenAs, pageInfo } = search;
    const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    return { totalCount, items: edges, facets, kinds: search.kinds, takenAs, next: next ?? undefined };
  }
  const { publications } = await ask(PublicationCardsDocument, {
    ...asked,
    filter: text ? { ...filter, text } : filter,
    orderBy: orders[sort],
  });
  const { totalCount, nodes, facets, pageInfo } = publications;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return {
    totalCount,
    items: nodes.map((node) => ({ node })),
    facets,
    kinds,
    takenAs: [],
    next: next ?? undefined,
  };
}

async function themesOf({ ask, site: { language } }: Asked): Promise<Results['themes']> {
  const { publications } = await ask(OverviewDocument, { first: 1, values: 10, language });
  return publications.facets[0]?.values ?? [];
}
