import type { Names } from '../names/names.ts';
import type { PageText } from '../page/read-page.ts';
import { knownOrganisation, type Organisation } from './organisations.ts';
import { sortOfWork } from './sorts-of-work.ts';

const news = /\/(news|aktuell\w*|actual\w*|noticias?|nieuws|notizie|vesti|stiri|blog|press?e?)\//i;
const listing = /(?<!\p{L})(studies|reports|publications|studien|publikationen|études|estudios|publicaciones|studi|onderzoek|studije|istraživanja)(?!\p{L})/iu; // prettier-ignore

/**
 * The organisation whose site a page is on, where the page is a publication of its own: dated, or by its title a study,
 * a paper or the like. Nobody for other pages, and for parts of a site that collect what others have published.
 */
export function ownSite(page: PageText, names: Names, isDated: boolean): Organisation[] {
  const owner = ownerOf(page, names);
  if (!owner) return [];
  const isWork = sortOfWork(page.title) !== null || page.text.split('\n', 3).some((line) => line.length < 60 && listing.test(line)); // prettier-ignore
  const isNews = page.url !== undefined && news.test(page.url);
  return isDated || (isWork && !isNews) ? [owner] : [];
}

function ownerOf({ url, metadata }: PageText, names: Names): Organisation | null {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const byHost = names.ownerOf.get(host);
  if (byHost) return { value: byHost, known: true, text: host };
  for (const { value } of [...metadata.publishers, ...metadata.sites]) {
    const id = knownOrganisation(value, names);
    if (id) return { value: id, known: true, text: value };
  }
  return null;
}
