import { kindOf } from '../../model.ts';
import type { Entry } from './names.ts';
import type { Word } from './words.ts';

/**
 * True where the words from `first` to `last` are written as a name asks for, in a language that it is looked for in.
 * `base` is the first subtag of the text's language.
 */
export function isMeant(
  entry: Entry,
  text: string,
  words: Word[],
  first: number,
  last: number,
  base?: string,
): boolean {
  if (!isItsLanguage(entry, first === last ? words[first]!.folded : null, base)) return false;
  const { start } = words[first]!;
  const span = text.slice(start, words[last]!.end);
  switch (entry.writing) {
    case 'any':
      return true;
    case 'exact':
      return span === entry.text;
    case 'upper':
      return span === span.toUpperCase() && !isShouted(text, words, first, last);
    case 'plural':
      return /\p{Lu}s$/u.test(span) && span.slice(0, -1) === span.slice(0, -1).toUpperCase();
    case 'inside':
      return startsLarge(span) && base !== 'de' && !isShouted(text, words, first, last) && !startsSentence(text, start);
    case 'capital':
      return startsLarge(span);
    case 'capitals':
      return isAsLarge(span, entry.text);
  }
}

/** Languages that share most words of law; the thesaurus has labels in the second ones. */
const relatives: Record<string, string> = { it: 'es', pt: 'es', gl: 'es', ca: 'es' };

/** One word of another language may mean something else, unless it is long and a proper name. */
function isItsLanguage({ base: own, stemmed, derived, id }: Entry, single: string | null, base?: string): boolean {
  if (!own || !base || own === base) return !stemmed || base !== undefined;
  if (stemmed || derived) return false;
  if (relatives[base] === own) return true;
  return single === null || (kindOf(id) !== 'theme' && single.length >= 5);
}

const startsLarge = (text: string) => text[0] !== text[0]!.toLowerCase() || text[0] === text[0]!.toUpperCase();

/** True where the long words that have a capital in the name have one here as well. */
function isAsLarge(written: string, name: string): boolean {
  const large = (text: string) => text.match(/\p{L}{4,}/gu)?.map((word) => word[0] !== word[0]!.toLowerCase()) ?? [];
  const here = large(written);
  return startsLarge(written) && large(name).every((isLarge, at) => !isLarge || (here[at] ?? true));
}

/** True among words that are all in capitals: there capitals tell no acronym from a word. */
function isShouted(text: string, words: Word[], first: number, last: number): boolean {
  const around = [words[first - 2], words[first - 1], words[last + 1], words[last + 2]]
    .filter((word) => word !== undefined)
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => /\p{L}{3}/u.test(word));
  return around.length > 1 && around.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}

const startsSentence = (text: string, start: number) =>
  /(^|[.!?\n•:“„"(]\s*)$/.test(text.slice(Math.max(0, start - 3), start));
