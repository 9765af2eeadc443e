import { kindOf, type Kind } from '../model.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { Names } from './names.ts';

/** One thing that a text is about or speaks of. */
export interface Link {
  id: string;
  /** 0–1: from where it is named and how often. */
  confidence: number;
  /** Where it is named first, in UTF-16 code units of the title or the text. */
  evidence: { in: 'title' | 'text'; text: string; start: number; end: number };
}

/** What a text is linked to, the surest first. */
export interface Links {
  countries: Link[];
  themes: Link[];
  instruments: Link[];
  organisations: Link[];
  projects: Link[];
}

/** Named on nearly every page of the catalogue: it is a page's theme only where there is no other. */
const wholeSubject = 'theme/trafficking-in-human-beings';
const region = 'country/EU'; // named where any of its law is
const shortText = 3_000; // UTF-16 code units: a summary names nothing in passing
const mostCountries = { short: 15, long: 8 };
const mostThemes = 6;

/**
 * The countries that a text covers, its themes, and the instruments, organisations and projects that it names. In a
 * summary every country named is covered; in a long text those in the title, or named again and again. Whose
 * organisations or laws it cites covers that country where no country is named.
 */
export function linkText(page: { title: string; text: string; language?: string }, names: Names): Links {
  const tallies = talliesOf(page, names);
  const of = (kind: Kind) => [...tallies.values()].filter(({ id }) => kindOf(id) === kind).sort(byWeight);
  const links = (kind: Kind) => of(kind).map(linkOf);
  return {
    countries: countriesOf(of('country'), page.text, [...of('instrument'), ...of('organisation')], names),
    themes: themesOf(of('theme')),
    instruments: links('instrument'),
    organisations: links('organisation'),
    projects: links('project'),
  };
}

/** Themes also stand inside the names of projects and laws, which are named for their subject. */
function mentionsIn(content: string, names: Names, language?: string): Mention[] {
  const all = findMentions(content, names, { language });
  const named = all.filter(({ id }) => id !== undefined && /^(project|instrument)/.test(id));
  const themes = findMentions(content, names, { language, only: 'theme' });
  return [...all, ...themes.filter(({ start, end }) => named.some((name) => name.start <= start && end <= name.end))];
}

interface Tally {
  id: string;
  weight: number;
  times: number;
  inTitle: boolean;
  derived: boolean;
  evidence: Link['evidence'];
}

function talliesOf({ title, text, language }: { title: string; text: string; language?: string }, names: Names) {
  const tallies = new Map<string, Tally>();
  for (const [place, content] of [
    ['title', title],
    ['text', text],
  ] as const)
    // prettier-ignore
    for (const { id, start, end, text: written, derived } of mentionsIn(content, names, language)) {
      if (id === undefined) continue;
      const evidence = { in: place, text: written, start, end };
      const tally = tallies.get(id) ?? { id, weight: 0, times: 0, inTitle: false, derived: true, evidence };
      const words = Math.min(written.split(/\s+/).length, 3);
      tally.times++;
      tally.weight += (place === 'title' ? 3 : 1 / Math.sqrt(tally.times)) * (0.6 + 0.2 * words) * (derived ? 0.7 : 1);
      tally.inTitle ||= place === 'title';
      tally.derived &&= derived;
      tallies.set(id, tally);
    }
  return tallies;
}

function countriesOf(found: Tally[], text: string, others: Tally[], names: Names): Link[] {
  const short = text.length <= shortText;
  const most = Math.max(0, ...found.map(({ times }) => times));
  const covered = found.filter(({ id, inTitle, times }) => {
    if (inTitle) return true;
    if (id === region) return false;
    return short || (times > 2 && times >= most / 4);
  });
  if (covered.length > 0) return covered.slice(0, short ? mostCountries.short : mostCountries.long).map(linkOf);
  const homes = new Map<string, Link>();
  for (const { id, evidence } of others) {
    const home = names.countryOf.get(id);
    if (home && !homes.has(home)) homes.set(home, { id: home, confidence: 0.4, evidence });
  }
  return homes.size === 1 ? [...homes.values()] : [];
}

function themesOf(found: Tally[]): Link[] {
  const told = found.filter(({ id }) => id !== wholeSubject);
  const chosen = told.length > 0 ? told : found;
  const least = (chosen[0]?.weight ?? 0) / 12;
  return chosen
    .filter(({ weight }) => weight >= least)
    .slice(0, mostThemes)
    .map(linkOf);
}

/** A title counts most, then names that come again; an adjective alone least. */
function linkOf({ id, times, inTitle, derived, evidence }: Tally): Link {
  const sure = inTitle ? 0.9 : Math.min(0.85, 0.5 + 0.1 * times);
  return { id, confidence: Math.round((derived ? sure - 0.15 : sure) * 100) / 100, evidence };
}

const byWeight = (one: Tally, other: Tally) => other.weight - one.weight || (one.id < other.id ? -1 : 1);
