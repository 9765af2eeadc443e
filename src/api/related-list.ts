import { digestOf } from '../graph/encode.ts';
import { derived } from '../projection/derived.ts';
import { relatedTo, type RelatedItem } from '../projection/related.ts';
import { keepAtMost, keepFor } from './answer-notes.ts';
import type { Context } from './context.ts';
import { badInput, notFound } from './errors.ts';
import { readLanguage } from './language.ts';
import { pageSize, readCursor, writeCursor } from './paging.ts';
import { matchingFilter, type PublicationFilter } from './publication-filter.ts';
import { resolveTarget, type Target } from './publication.ts';
import type { RelatedConnection, RelatedEdge } from './related.ts';
import type { PageText } from '../ingest/page/read-page.ts';
import { pageOf, profileOfPage, type TextTarget } from './text-target.ts';

/** What is asked of a related list: how many, from where on, in which language, which of them. */
export interface RelatedArguments {
  filter?: PublicationFilter;
  first?: number;
  after?: string;
  language?: string;
}

/** An item of the list with the target it belongs to. */
export interface Edge extends RelatedEdge {
  item: RelatedItem;
  /** The version of the related work whose links make the score. */
  scored: number;
  /** Null for a text that is not in the catalogue. */
  target: number | null;
  language?: string;
}

export interface Connection extends RelatedConnection {
  edges: Edge[];
  target: number | null;
  /** The title of a text that is not in the catalogue. */
  title: string | null;
}

/** What related publications are wanted for: an entity of the catalogue, or a text. */
export interface RelatedTarget extends Target, TextTarget {}

/** The page of related publications that the arguments ask for. */
export async function relatedConnection(
  context: Context,
  to: RelatedTarget,
  given: RelatedArguments,
): Promise<Connection> {
  const { projection } = context;
  const args = { ...given, language: readLanguage(given.language) };
  const { first, after } = args;
  const { size } = pageSize({ first }, 6);
  const { target, list, items, language, title } = await askedList(context, to, args);
  const idOf = (item: RelatedItem) => projection.ids[item.publication]!;
  const ofList = args.filter ? `${list} ${digestOf(args.filter)}` : list;
  const start = after === undefined ? 0 : placeAfter(after, ofList, items.map(idOf));
  const edges = items.slice(start, start + size).map((item, place) => {
    const cursor = writeCursor([ofList, String(start + place), idOf(item)]);
    return { item, target, scored: item.scored, language, score: item.score, cursor };
  });
  return {
    edges,
    target,
    title,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: start + edges.length < items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  };
}

/** A whole list with what it was asked for; `list` names it in cursors. */
interface AskedList {
  target: number | null;
  title: string | null;
  list: string;
  items: RelatedItem[];
  language?: string;
}

async function askedList(context: Context, to: RelatedTarget, args: RelatedArguments): Promise<AskedList> {
  const { text, title, language: written, ...named } = to;
  if (text === undefined && title === undefined) {
    if (written !== undefined) throw badInput('language: it is that of a text; give text or title with it.');
    if (Object.values(named).every((value) => value === undefined))
      throw badInput('Give one of id, url and doi, or the text of a page that is not in the catalogue.');
    const found = await targetOf(context, named);
    if (typeof found === 'object') return listForPage(context, found, args);
    const list = context.projection.ids[found]!;
    return { target: found, title: null, list, items: listFor(context, found, args), language: args.language };
  }
  if (Object.values(named).some((value) => value !== undefined))
    throw badInput('Give a text (text, title, language), or exactly one of id, url and doi.');
  keepAtMost(context.notes, keepFor.nothing);
  return listForPage(context, pageOf({ title, text, language: readLanguage(written) }), args);
}

async function listForPage(context: Context, page: PageText, args: RelatedArguments): Promise<AskedList> {
  const profile = await profileOfPage(context, page);
  const { filter, language = page.language } = args;
  const only = filter && matchingFilter(context, filter);
  const items = relatedTo(context.projection, profile, { language, only });
  return { target: null, title: page.title, list: digestOf(page), items, language: args.language };
}

/** The node of a target; for the address of a partner's page that is not in the catalogue, that page. */
async function targetOf(context: Context, to: Target): Promise<number | PageText> {
  const id = await resolveTarget(context, to);
  const target = id === null ? undefined : context.projection.numbers.get(id);
  if (target !== undefined) return target;
  const { pages } = context.catalogue;
  if (to.url && pages) keepAtMost(context.notes, keepFor.catalogue); // its page changes without us
  const page = to.url && pages ? await pages.read(to.url) : null;
  if (page && typeof page === 'object') return page;
  const [name, value] = Object.entries(to).find(([, given]) => given)!;
  const andNot = page ? `, and it was not read: ${page}` : '';
  const remedy = name === 'url' ? ' Give the text of the page instead.' : '';
  throw notFound(`${name}: ${JSON.stringify(value)} is not in the catalogue${andNot}.${remedy}`);
}

/** Lists worked out already, as long as the graph stays as it is. */
const knownLists = derived(() => new Map<string, RelatedItem[]>());
const mostKnown = 1_000;

/** The related list of a target, all of it. */
export function listFor(context: Context, target: number, { filter, language }: RelatedArguments): RelatedItem[] {
  const known = knownLists(context.projection);
  const key = digestOf([target, language, filter]);
  let list = known.get(key);
  if (!list) {
    list = relatedTo(context.projection, target, { language, only: filter && matchingFilter(context, filter) });
    if (known.size >= mostKnown) known.delete(known.keys().next().value!);
    known.set(key, list);
  }
  return list;
}

/**
 * The place behind the item of a cursor. When that item has left the list meanwhile, or moved, the list goes on where it
 * stood: nothing is asked for twice, and at most what has moved is missed.
 */
function placeAfter(cursor: string, list: string, ids: string[]): number {
  const [of, place, id] = readCursor(cursor, 3);
  if (of !== list || !/^\d{1,3}$/.test(place!))
    throw badInput(`The cursor ${cursor} belongs to another list. Ask again without after.`);
  const now = ids.indexOf(id!);
  return now < 0 ? Number(place) : now + 1;
}
