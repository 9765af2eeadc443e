import type { Link } from './links.ts';
import type { Names } from './names.ts';
import { linkOf, type Tally } from './tallies.ts';

/** Named on nearly every page of the catalogue: it is a page's theme only where there is no other. */
const wholeSubject = 'theme/trafficking-in-human-beings';

// Weights and limits were chosen on judged pages and summaries: docs/decisions/008-linking.md
const most = 5;
const ofTitle = 2;
const leastShare = 0.08; // of what the first ten weigh together: a page that names many themes is about few of them
const first = 10;
const leastWeight = 1;
const ofTop = 0.7; // `migration`, `prevention`: themes under which others belong are named in passing
const ofWide = 0.7;
const ofCommon = 0.7;
/** Whom and what nearly every text names, whatever it is about. */
const common = new Set(
  ['men', 'women', 'children', 'education', 'borders', 'law-enforcement'].map((key) => `theme/${key}`), // prettier-ignore
);
const wide = 5; // themes that belong under one

/** The themes of a page, the weightiest first: by where they are named, how often and in how many words. */
export function themesOf(found: Tally[], names: Names): Link[] {
  const told = found.filter(({ id }) => id !== wholeSubject);
  const weighed = (told.length > 0 ? told : found)
    .map((tally) => ({ tally, weight: weightOf(tally, names) }))
    .sort((one, other) => other.weight - one.weight || (one.tally.id < other.tally.id ? -1 : 1));
  const together = weighed.slice(0, first).reduce((sum, { weight }) => sum + weight, 0);
  const least = Math.max(leastWeight, leastShare * together);
  const chosen = weighed.filter(({ weight }) => weight >= least).slice(0, most);
  return (chosen.length > 0 ? chosen : weighed.slice(0, 1)).map(({ tally }) => linkOf(tally));
}

/** The title counts once; in the text each further mention says less. */
function weightOf({ id, spans, inTitle }: Tally, names: Names): number {
  let weight = 0;
  let times = 0;
  for (const { in: from, text } of spans) if (from === 'text') weight += telling(text) / ++times;
  if (inTitle)
    weight += ofTitle * Math.max(...spans.filter((span) => span.in === 'title').map(({ text }) => telling(text)));
  const { narrower = 0, isTop = false } = names.reachOf.get(id) ?? {};
  return weight * (narrower >= wide ? ofWide : isTop ? ofTop : common.has(id) ? ofCommon : 1);
}

/** `protection` says less than `protection of victims`. */
const telling = (text: string) => 0.6 + 0.4 * Math.min(text.split(/\s+/).length, 3);
