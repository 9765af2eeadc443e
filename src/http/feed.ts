import { generateAtomFeed } from 'feedsmith';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '../api/context.ts';
import { labelOf } from '../api/label.ts';
import { matchingFilter } from '../api/publication-filter.ts';
import type { Catalogue } from '../catalogue.ts';
import { readLatestChanges, type Change } from '../graph/history.ts';
import { filterParameters, readFilter, type FilterParameter } from './filter-parameters.ts';
import { checkParameters, openToAnySite, sendCacheableText } from './responses.ts';

/** Entries of a feed. */
const longest = 50;

/** A feed tells what is new: a filter that few publications pass does not make it look through all of history. */
const writesLookedAt = 100;

const parameters = Object.keys(filterParameters) as FilterParameter[];

/**
 * Answers `GET /feed.atom?theme=&country=…`: the publications that came or changed last, each once. A parameter may be
 * given several times: any of its values will do.
 */
export async function answerFeed(
  catalogue: Catalogue,
  publicUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  openToAnySite(response);
  const context = createContext(catalogue);
  const { numbers } = catalogue.projection;
  const { search, searchParams } = new URL(request.url!, 'http://localhost');
  checkParameters('/feed.atom', searchParams, parameters);
  const filter = readFilter(searchParams, parameters);
  const marks = filter ? matchingFilter(context, filter) : null;
  const told = new Set<string>();
  const wanted = ({ id, action }: Change) => {
    const number = numbers.get(id);
    const isNews = (action === 'created' || action === 'updated' || action === 'restored') && !told.has(id);
    if (!isNews || number === undefined || !id.startsWith('publication/') || (marks && !marks[number])) return false;
    told.add(id);
    return true;
  };
  const changes = await readLatestChanges(catalogue.store, longest, { wanted, writes: writesLookedAt });
  const entries = await Promise.all(changes.map((change) => entryOf(context, publicUrl, change)));
  const address = `${publicUrl}/feed.atom${search}`;
  const feed = generateAtomFeed({
    id: address,
    title: { value: 'Common Thread: what is new' },
    updated: changes[0] ? new Date(changes[0].time) : new Date(0),
    authors: [{ name: 'Common Thread' }],
    links: [{ href: address, rel: 'self', type: 'application/atom+xml' }, { href: `${publicUrl}/` }],
    entries: entries.filter((entry) => entry !== null),
  });
  sendCacheableText(request, response, 'application/atom+xml; charset=utf-8', feed);
}

async function entryOf({ loaders }: ReturnType<typeof createContext>, publicUrl: string, { id, time, action }: Change) {
  const record = await loaders.record.load(id);
  if (record?.kind !== 'publication') return null;
  return {
    id: `${publicUrl}/${id}`,
    title: { value: labelOf(record) },
    updated: new Date(time),
    summary: record.summary === undefined ? undefined : { value: record.summary },
    categories: [{ term: action === 'created' ? 'new' : 'changed' }],
    links: [{ href: `${publicUrl}/${id}` }, ...(record.url ? [{ href: record.url, rel: 'related' }] : [])],
  };
}
