import type { Link } from '../ingest/link-text.ts';
import { readText, type PageText } from '../ingest/read-page.ts';
import type { LinkedFamily } from '../projection/features.ts';
import { profileOfText, type Profile } from '../projection/profile.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';

/** A text that is not in the catalogue, as it is given. */
export interface TextTarget {
  title?: string;
  text?: string;
  language?: string;
}

/** The page that a text makes: its first line is the title where none is given. Throws for one without words. */
export function pageOf({ title, text = '', language }: TextTarget): PageText {
  const page = readText(title ? `${title}\n\n${text}` : text);
  if (!/\p{L}/u.test(page.title + page.text)) throw badInput('text: there are no words in it.');
  return { ...page, title: title?.trim() || page.title, language: language ?? page.language };
}

/** So much of a text stands for its summary, in UTF-16 code units: what it is about is said at its beginning. */
const leadLength = 600;
/** An organisation that is named in passing says little of what a text is about. */
const leastConfidence = 0.5;

/** What related lists are measured by, for a text: what it is linked to, and the words it begins with. Nothing is kept. */
export async function profileOfPage({ catalogue, projection }: Context, page: PageText): Promise<Profile> {
  const { title, text, language } = page;
  const links = await catalogue.linker.link({ title, text, language });
  const numbers = (found: Link[]) =>
    found.flatMap(({ id }) => {
      const number = projection.numbers.get(id);
      return number === undefined ? [] : [number];
    });
  const entities: Partial<Record<LinkedFamily, number[]>> = {
    THEME: numbers(links.themes),
    COUNTRY: numbers(links.countries),
    INSTRUMENT: numbers(links.instruments),
    PROJECT: numbers(links.projects),
    PUBLISHER: numbers(links.organisations.filter(({ confidence }) => confidence >= leastConfidence)),
  };
  return profileOfText(projection, { title, summary: text.slice(0, leadLength) }, entities);
}
