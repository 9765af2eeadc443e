import { linesOf, type PageText } from '../page/read-page.ts';
import { isTitle } from '../page/title-line.ts';
import { labelledBy } from './labelled-lines.ts';

/** The works that the work of a page is another form of, by their titles. */
export interface Editions {
  /** The title without `(Second edition)`. */
  editionOf?: string;
  /** The original's title. */
  translationOf?: string;
}

const edition =
  /[\s,–—-]*\(?\s*(?:(?:second|third|fourth|fifth|new|revised|updated|\d(?:nd|rd|th))(?: (?:and )?(?:revised|updated|expanded))? edition|(?:zweite|dritte|vierte|neue|überarbeitete|aktualisierte|\d+\.),?(?: (?:überarbeitete|aktualisierte|erweiterte))? auflage|(?:deuxième|troisième|nouvelle|2e|3e) édition|(?:segunda|tercera|nueva|2ª|3ª) edición|(?:seconda|terza|nuova) edizione|(?:tweede|derde|herziene) (?:druk|editie|uitgave)|ediția a (?:ii|iii|iv|doua|treia)(?:-a)?|(?:drugo|treće|novo|dopunjeno) izdanje|(?:друго|треће|ново|допуњено) издање|(?:segunda|terceira|nova) edição)\s*\)?\s*$/iu;
const originalLabel =
  /^(?:original title|title of the original|originaltitel|titel des originals|titre original|título original|titolo originale|oorspronkelijke titel|titlu(?:l)? original|(?:originalni naslov|naslov originala|наслов оригинала))\s*:?\s*/iu;
const translated =
  /(?<!\p{L})(?:(?:translation|translated version|version) of(?: the)?|übersetzung (?:von|des|der)|traduction (?:de|du)|traducción de(?:l)?|traduzione d(?:i|el)|vertaling van|traducere(?:a)? (?:a|după)|prevod (?:publikacije|knjige|sa)?|превод (?:публикације)?)[\p{L}\s]{0,30}["“„«]([^"“”„«»\n]{8,300})["”“»]/iu;
const ownCitation =
  /(?:suggested citation|please cite|cite as|predloženi citat|zitiervorschlag|citation suggérée|cita sugerida|citazione suggerita|citare sugerată|referentie)\s*:?[^\n]{3,160}?\((?:19|20)\d\d\)[.:,]\s*([^\n]{10,300}?)\.\s+\p{Lu}[\p{L} ]{2,30}:/iu;

/** What a title, labels and its own citation say of the work that this one is an edition or a translation of. */
export function findEditions(page: PageText): Editions {
  const editionOf = page.title.replace(edition, '').trim();
  const lines = linesOf(page);
  const original = labelledBy(lines, originalLabel, (line) => isTitle(line))[0]?.value;
  const told = translated.exec(page.text.slice(0, 20_000))?.[1];
  const cited = page.language?.startsWith('en') === false ? ownCitation.exec(page.text.slice(0, 50_000))?.[1] : undefined; // prettier-ignore
  const translationOf = [original, told, cited && isEnglish(cited) ? cited : undefined].find((title) => title && isTitle(title) && !/\.\p{L}{3,4}$|_/u.test(title)); // prettier-ignore
  return {
    ...(editionOf && editionOf !== page.title && { editionOf }),
    ...(translationOf && { translationOf: translationOf.trim() }),
  };
}

/** A title with the words that English titles hardly do without. */
const isEnglish = (title: string) =>
  /(?<!\p{L})(?:the|of|and|to|in|for|among|on)(?!\p{L})/u.test(title.replace(/^\p{Lu}\p{L}*\s/u, ''));
