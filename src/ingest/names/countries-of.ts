import { languageOf } from './country-language.ts';
import type { Link } from './links.ts';
import type { Names } from './names.ts';
import { baseOf } from './stem.ts';
import { linkOf, type Tally } from './tallies.ts';

/** What is looked at of a page beside what it names. */
interface Page {
  text: string;
  language?: string;
  url?: string;
}

const region = 'country/EU'; // named where any of its law is
const shortText = 3_000; // UTF-16 code units: a summary names little in passing
const most = { short: 15, long: 8 };
const together = 60; // UTF-16 code units between countries of one enumeration

/**
 * The countries that a page covers, not those it merely names: in a summary all but those named once and alone where others
 * are named again, in a long text those in the title or named again and again. Where none is named, the one whose law or
 * whose organisation it names; else the one that its address is of and whose language it is in.
 */
export function countriesOf(found: Tally[], page: Page, others: Tally[], names: Names): Link[] {
  const short = page.text.length <= shortText;
  const often = Math.max(0, ...found.map(({ times }) => times));
  const hasCentre = found.some(({ id, times }) => times > 1 && id !== region);
  const covered = found.filter((tally) => {
    const { id, inTitle, times } = tally;
    if (inTitle) return true;
    if (id === region) return false;
    return short ? times > 1 || !hasCentre || isEnumerated(tally, found) : times > 2 && times >= often / 4;
  });
  const homes = homesOf(others, names);
  if (covered.length > 0) {
    const links = covered.slice(0, short ? most.short : most.long).map(linkOf);
    // `Rumänische Frauen` in a German court: of people alone nobody can tell where it is.
    const [home] = homes.size === 1 && covered.every(({ derived }) => derived) ? homes.values() : [];
    return home && !links.some(({ id }) => id === home.id) ? [home, ...links.map(lessSure)] : links;
  }
  if (homes.size > 0) return homes.size === 1 ? [...homes.values()] : [];
  const home = ofAddress(page);
  return home ? [home] : [];
}

/** Whether a country is named right beside another one. */
function isEnumerated(tally: Tally, all: readonly Tally[]): boolean {
  const places = ({ spans }: Tally) => spans.flatMap(({ in: from, start }) => (from === 'text' ? [start] : []));
  const others = all.filter((other) => other !== tally).flatMap(places);
  return places(tally).some((own) => others.some((other) => Math.abs(own - other) < together));
}

const lessSure = (link: Link): Link => ({ ...link, confidence: Math.min(link.confidence, 0.6) });

/** Where the laws and organisations are at home that a page names. */
function homesOf(others: Tally[], names: Names): Map<string, Link> {
  const homes = new Map<string, Link>();
  for (const { id, spans } of others) {
    const home = names.countryOf.get(id);
    if (home && !homes.has(home)) homes.set(home, { id: home, confidence: 0.4, evidence: spans[0]! });
  }
  return homes;
}

/** `https://example.rs/zakoni` in Serbian. English is written everywhere, and many endings are sold to anybody. */
function ofAddress({ url = '', language = 'en' }: Page): Link | null {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const code = /\.([a-z]{2})$/.exec(host)?.[1]?.toUpperCase();
  if (!code || baseOf(language) === 'en' || code === 'EU') return null;
  const id = `country/${code === 'UK' ? 'GB' : code}`;
  if (languageOf(id) !== baseOf(language)) return null;
  const start = url.indexOf(host);
  return { id, confidence: 0.35, evidence: { in: 'address', text: host, start, end: start + host.length } };
}
