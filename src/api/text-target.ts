import type { Link } from '../ingest/names/link-text.ts';
import { isMarkup, readContent, type PageText } from '../ingest/page/read-page.ts';
import { profileOfText, type Named, type Profile } from '../projection/profile.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';

/** A text that is not in the catalogue, as it is given. */
export interface TextTarget {
  title?: string;
  text?: string;
  language?: string;
}

/** A title made of a text's first words is at most so long, in UTF-16 code units. */
const longestTitle = 100;

/** The page that a text or HTML makes; its first words are the title where none is given. Throws for one without words. */
export function pageOf({ title, text = '', language }: TextTarget): PageText {
  const page = readContent(title && !isMarkup(text) ? `${title}\n\n${text}` : text);
  if (!/[\p{L}\p{N}]/u.test(`${title ?? ''}${page.title}${page.text}`))
    throw badInput('text: there are no words in it.');
  const ownTitle = title?.trim() || page.title || page.text.slice(0, longestTitle).trim();
  return { ...page, title: ownTitle, language: language ?? page.language };
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
  const organisations = links.organisations.filter(({ confidence }) => confidence >= leastConfidence);
  const named: Named = {
    THEME: { entities: numbers(links.themes) },
    COUNTRY: { entities: numbers(links.countries) },
    INSTRUMENT: { entities: numbers(links.instruments) },
    PROJECT: { entities: numbers(links.projects) },
    // Who is named need not be who wrote it.
    PUBLISHER: { entities: numbers(organisations), factor: 0.3 },
  };
  return profileOfText(projection, { title, summary: text.slice(0, leadLength), language }, named);
}
