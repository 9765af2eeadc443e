import type { Draft } from './draft.ts';
import { masked } from './understand/private.ts';

/** A draft without e-mail addresses and telephone numbers, wherever they stood: what is read is printed, and waits. */
export function withoutContacts(draft: Draft): Draft {
  const { editionOf, translationOf, contains, contentNote } = draft;
  return {
    ...draft,
    title: masked(draft.title),
    publishers: draft.publishers.map(masked),
    authors: draft.authors.map(masked),
    organisations: draft.organisations.map(masked),
    instruments: draft.instruments.map((one) => (typeof one === 'string' ? masked(one) : one)),
    relatedTitles: draft.relatedTitles.map(masked),
    translations: draft.translations.filter(({ url }) => isOfNobody(url)),
    urls: draft.urls.filter(isOfNobody),
    ...(editionOf && { editionOf: masked(editionOf) }),
    ...(translationOf && { translationOf: masked(translationOf) }),
    ...(contains && { contains: contains.map((one) => ({ ...one, title: masked(one.title) })) }),
    ...(contentNote && { contentNote: masked(contentNote) }),
    evidence: draft.evidence.map((one) => ({ ...one, value: masked(one.value) })),
    open: draft.open.map((one) => ({ ...one, text: masked(one.text) })),
  };
}

/** False for an address that has somebody's in it, as links of newsletters have. */
function isOfNobody(url: string): boolean {
  const written = url.replace(/%40/gi, '@').replace(/%2B/gi, '+');
  return masked(written) === written;
}
