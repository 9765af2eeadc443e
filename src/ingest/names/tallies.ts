import type { Link, Span } from './links.ts';
import type { Mention } from './mentions.ts';

/** Everything that is said of one entity on a page. */
export interface Tally {
  id: string;
  /** In the order of the page, the title first. */
  spans: Span[];
  times: number;
  inTitle: boolean;
  /** Only spoken of by adjectives or inhabitants. */
  derived: boolean;
  weight: number;
}

/** The mentions of each entity together; open ones are nobody's. */
export function tally(mentions: Iterable<Mention & Pick<Span, 'in'>>): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { id, in: from, text, start, end, derived } of mentions) {
    if (id === undefined) continue;
    const known = tallies.get(id) ?? { id, spans: [], times: 0, inTitle: false, derived: true, weight: 0 };
    known.spans.push({ in: from, text, start, end });
    known.times++;
    known.weight += (from === 'title' ? 3 : 1 / Math.sqrt(known.times)) * lengthOf(text) * (derived ? 0.7 : 1);
    known.inTitle ||= from === 'title';
    known.derived &&= derived;
    tallies.set(id, known);
  }
  return tallies;
}

/** Names of more words say more surely who is meant. */
const lengthOf = (text: string) => 0.6 + 0.2 * (/\s/.test(text) ? Math.min(text.split(/\s+/).length, 3) : 1);

/** The heavier first. */
export const byWeight = (one: Tally, other: Tally) => other.weight - one.weight || (one.id < other.id ? -1 : 1);

/** A title counts most, then names that come again; an adjective alone least. */
export function linkOf({ id, times, inTitle, derived, spans }: Tally): Link {
  const sure = inTitle ? 0.9 : Math.min(0.85, 0.5 + 0.1 * times);
  return { id, confidence: Math.round((derived ? sure - 0.15 : sure) * 100) / 100, evidence: spans[0]! };
}
