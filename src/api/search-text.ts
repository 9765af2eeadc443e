import { readQuery } from '../projection/query.ts';
import { badInput } from './errors.ts';

/** The longest text that is searched for: characters, and words. */
const longest = { characters: 1_000, words: 32 };

/** Throws for a text that cannot be searched for; `name` is the argument it stands in. */
export function checkText(name: string, text: string): void {
  if (text.length > longest.characters)
    throw badInput(
      `${name} has ${text.length} characters; the limit is ${longest.characters}. For what is like a whole text, ask related(to: {text}).`,
    );
  const { words } = readQuery(text);
  if (words.length === 0) throw badInput(`${name}: ${JSON.stringify(text)} has no word to search for.`);
  if (words.length > longest.words) throw badInput(`${name} has ${words.length} words; the limit is ${longest.words}.`);
}
