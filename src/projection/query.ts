import { foldText } from '../fold.ts';
import { functionWords, functionWordLanguages } from './function-words.ts';

/** One thing a text to be searched for wants. */
export interface Term {
  /** Folded; several are a phrase. */
  words: string[];
  /** True for what stands in quotation marks: it is meant as it is written. */
  isExact: boolean;
  /** Words that begin with it will do. */
  isBeginning: boolean;
  /** False for `the` and its like, which only help where they stand. */
  isNeeded: boolean;
}

/** What is searched for. */
export interface Query {
  terms: Term[];
  /** All words in their order, to be compared with names. */
  words: string[];
}

/**
 * Reads what a person searches for: words, which must all be there; `"…"`, a phrase; `word*`, a beginning. With
 * `completing` the last word is a beginning too, unless a space stands behind it.
 */
export function readQuery(text: string, { completing = false } = {}): Query {
  const terms: Term[] = [];
  for (const [, phrase, word, star] of text.matchAll(/"([^"]*)"|([^\s"*]+)(\*?)/g)) {
    const words = wordsIn(phrase ?? word!);
    if (words.length === 0) continue;
    if (phrase !== undefined) terms.push({ words, isExact: true, isBeginning: false, isNeeded: true });
    else {
      const needed = neededParts(word!);
      for (const part of words)
        terms.push({ words: [part], isExact: false, isBeginning: false, isNeeded: needed.has(part) });
      terms.at(-1)!.isBeginning = star === '*';
    }
  }
  if (completing && terms.length > 0 && /[^\s"]$/.test(text)) terms.at(-1)!.isBeginning = true;
  return { terms: withOptional(terms), words: terms.flatMap(({ words }) => words) };
}

const wordsIn = (text: string) => foldText(text).split(' ').filter(Boolean);

/** The parts of a word that must be there: not what an apostrophe leaves over, as in `l’exploitation` and `child’s`. */
function neededParts(word: string): ReadonlySet<string> {
  const bare = word.replace(/(^|[^\p{L}])\p{L}{1,4}['’](?=\p{L})/gu, '$1').replace(/(?<=\p{L})['’]\p{L}$/u, '');
  const parts = wordsIn(bare);
  return new Set(parts.length > 0 ? parts : wordsIn(word));
}

/** Lets function words be missing: those of English, and of a language that two of the words belong to. */
function withOptional(terms: Term[]): Term[] {
  const single = terms.filter(({ isExact, isBeginning }) => !isExact && !isBeginning);
  const languages = functionWordLanguages.filter((language) => {
    const own = functionWords(language);
    return new Set(single.map(({ words }) => words[0]!).filter((word) => own.has(word))).size >= 2;
  });
  const lists = ['en', ...languages].map(functionWords);
  const marked = terms.map((term) => ({
    ...term,
    isNeeded: term.isNeeded && (!single.includes(term) || !lists.some((list) => list.has(term.words[0]!))),
  }));
  return marked.some(({ isNeeded }) => isNeeded) ? marked : terms;
}
