import type { FoundLink, Publication } from '../model.ts';
import { addressesOf } from './addresses.ts';
import { placeOf } from './identifiers.ts';

/** How the record of a page shall stand in the catalogue. */
export interface Placing {
  id: string;
  /** What an earlier reading of the same page has left there. */
  standing?: Publication;
  /** What a curator has found wrong on this page: `date`, `countries:country/RS`, `instruments:instrument/x Article 4`. */
  without?: readonly string[];
  /** The work it is another version of. */
  version?: Pick<Publication, 'translationOf' | 'editionOf'>;
  /** The curator who accepts all that is left. */
  reviewedBy?: string;
}

/**
 * The record of a page as it shall stand in the catalogue, in the one form that records have. What a curator has said of
 * an earlier reading stays said: the reviewer of each link, whose translation it is. Where nothing has changed but the
 * day of reading it is the earlier record itself.
 */
export function placedRecord(record: Publication, placing: Placing): Publication {
  const { id, standing, without = [], reviewedBy } = placing;
  const reviewers = new Map(standing?.provenance?.map((link) => [keyOf(link), link.reviewedBy]));
  const { translationOf, editionOf } = placing.version ?? standing ?? {};
  const versions = Object.entries({ translationOf, editionOf }).flatMap(([field, to]): FoundLink[] =>
    to ? [{ field: field as 'translationOf', to, method: 'curated', confidence: 1 }] : [],
  );
  const rest = reduced(record, without);
  const page = { ...rest, ...addressesLike(rest, standing) };
  const { cites, contentNote, provenance = [], sameAs, source, ...first } = page;
  const links = [...provenance, ...versions].map((link) => {
    const reviewer = reviewedBy ?? reviewers.get(keyOf(link));
    return reviewer ? { ...link, reviewedBy: reviewer } : link;
  });
  const found = links.length > 0 ? links : undefined;
  const others = { translationOf, editionOf, cites, contentNote, provenance: found, sameAs };
  const place = standing ? { ...standing.source, retrieved: source.retrieved ?? standing.source.retrieved } : source;
  const placed = { ...first, id: standing?.id ?? id, ...others, source: inOrder(place) };
  const isAsItWas = standing && textOf({ ...placed, source: standing.source }) === textOf(standing);
  return isAsItWas ? standing : (JSON.parse(textOf(placed)) as Publication);
}

/** The same link, whatever is known of how it was found. */
export const keyOf = ({ field, to, provision }: Pick<FoundLink, 'field' | 'to' | 'provision'>): string =>
  `${field}:${to}${provision ? ` ${provision}` : ''}`;

/** Its addresses, each page once, written as they were before: no difference is made by `www.` or a tracking parameter. */
function addressesLike(record: Publication, standing: Publication | undefined): Pick<Publication, 'url' | 'urls'> {
  const written = new Map((standing ? addressesOf(standing) : []).map((url) => [placeOf({ url }), url]));
  const all = new Map(addressesOf(record).map((url) => [placeOf({ url }), written.get(placeOf({ url })) ?? url]));
  const [url, ...urls] = all.values();
  return { url, urls: urls.length > 0 ? urls : undefined };
}

const textOf = (value: object) => JSON.stringify(value);

/** As the import writes it: `retrieved` may have come later. */
const inOrder = ({ url, file, readBy, retrieved, ...rest }: Publication['source']) => ({
  url,
  file,
  readBy,
  retrieved,
  ...rest,
});

/** A record without some of its values; title and source stay. */
function reduced(record: Publication, without: readonly string[]): Publication {
  if (without.length === 0) return record;
  const isOut = (...names: string[]) => names.some((name) => without.includes(name));
  const fields = Object.entries(record).flatMap(([field, value]) => {
    if (kept.has(field)) return [[field, value]];
    if (isOut(field)) return [];
    if (field === 'provenance')
      return [
        [field, (value as FoundLink[]).filter((link) => !isOut(link.field, `${link.field}:${link.to}`, keyOf(link)))],
      ];
    if (!Array.isArray(value)) return isOut(`${field}:${String(value)}`) ? [] : [[field, value]];
    const rest = value.filter((item: string | { id: string; provision: string }) =>
      typeof item === 'string'
        ? !isOut(`${field}:${item}`)
        : !isOut(`${field}:${item.id}`, keyOf({ field: 'instruments', to: item.id, provision: item.provision })),
    );
    return rest.length > 0 ? [[field, rest]] : [];
  });
  return Object.fromEntries(fields) as unknown as Publication;
}

const kept: ReadonlySet<string> = new Set(['kind', 'id', 'title', 'source']);

/** Those of `without` that name nothing in a record. */
export function notThere(record: Publication, without: readonly string[]): string[] {
  return without.filter((name) => textOf(reduced(record, [name])) === textOf(record));
}
