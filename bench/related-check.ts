import type { LoadRequest } from './load.ts';
import { relatedByGet, relatedByGraphql } from './related-requests.ts';

/**
 * Asks our server about each target by GraphQL and by GET: both lists must be the same. Gives back the lists, and tells
 * `fail` what is wrong.
 */
export async function checkOurs(url: string, targets: string[], fail: (problem: string) => void): Promise<string[][]> {
  const lists: string[][] = [];
  for (const id of targets) {
    const byGraphql = await listOf(url, relatedByGraphql(id));
    const byGet = await listOf(url, relatedByGet(id));
    if (byGraphql.join() !== byGet.join())
      fail(`related to ${id}: GraphQL says ${byGraphql.join(', ')} and GET /related ${byGet.join(', ')}`);
    if (byGraphql.includes(id)) fail(`${id} is related to itself`);
    lists.push(byGraphql);
  }
  if (lists.every((list) => list.length === 0)) fail(`nothing is related to any of ${targets.join(', ')}`);
  return lists;
}

/** Asks a peer about each target: ten others must come, none twice. Its ranking is its own. */
export async function checkPeer(
  url: string,
  ask: (id: string) => LoadRequest,
  targets: string[],
  fail: (problem: string) => void,
): Promise<void> {
  for (const id of targets) {
    const list = await listOf(url, ask(id));
    if (list.length !== 10 || new Set(list).size !== 10 || list.includes(id))
      fail(`related to ${id}: not ten others but ${list.join(', ')}`);
  }
}

/** The forms that a related list comes in. */
interface Answer {
  items?: { id: string }[];
  data?: {
    related?: { edges: { node: { id: string } }[] };
    publications?: { related: { publication: { id: string } }[] }[];
  };
}

async function listOf(url: string, { path, status, ...request }: LoadRequest): Promise<string[]> {
  const response = await fetch(url + path, request);
  const text = await response.text();
  if (response.status !== status) throw new Error(`${path} was answered with ${response.status}: ${text}`);
  const { items, data } = JSON.parse(text) as Answer;
  const listed =
    items ??
    data?.related?.edges.map(({ node }) => node) ??
    data?.publications?.[0]?.related.map(({ publication }) => publication);
  if (!listed) throw new Error(`${path} was answered without a list: ${text.slice(0, 500)}`);
  return listed.map(({ id }) => id);
}
