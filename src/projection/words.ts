import { foldText } from '../fold.ts';
import { functionWords } from './function-words.ts';

/** The words of a text by which it can be told from others, each with how much of the text it is. */
export interface WeightedWords<Word = string> {
  /** In the order they first stand: those of the title come first. */
  words: Word[];
  /** 1–192 for each word: how often it stands there, saturated, against the length of the text (BM25). */
  weights: number[];
}

/** What a publication says of itself. */
export interface Texts {
  title: string;
  /** The title in other languages. */
  titles?: readonly string[];
  summary?: string;
  /** Of the title: its function words, and those of English, are left out. */
  language?: string;
}

/** Of how many words a text is taken to be of middling length: fixed, so that no text's weights hang on other texts. */
const middlingLength = 20;
/** BM25's k1 and b. */
const saturation = 5;
const lengthShare = 0.75;
/** A word of the title counts so often. */
export const titleFactor = 3;
/** More different words are not looked at: a whole book given as a summary is not about more than its beginning. */
const mostWords = 64;
/** What a weight of 1 in BM25 is as a whole number. */
const unit = 32;

/** The folded words of a publication's title and summary with their weights. */
export function weighWords({ title, titles = [], summary = '', language }: Texts): WeightedWords {
  const empty = functionWords(language);
  const own = foldText(title);
  const others = titles.map(foldText).filter((other) => other !== own);
  const counts = new Map<string, number>();
  for (const word of own.split(' ')) counts.set(word, (counts.get(word) ?? 0) + titleFactor);
  for (const text of [...others, foldText(summary)])
    for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return weigh(
    [...counts.keys()].filter((word) => !saysNothing(word, empty)),
    (word) => counts.get(word)!,
  );
}

/** Whether no text is told from others by a word: one of these, or of a single letter. */
export const saysNothing = (word: string, functionWords: ReadonlySet<string>): boolean =>
  word.length < 2 || functionWords.has(word);

/** Weighs the words of a publication, whatever stands for them, by how often each stands there. */
export function weigh<Word>(all: readonly Word[], timesOf: (word: Word) => number): WeightedWords<Word> {
  let length = 0;
  for (const word of all) length += timesOf(word);
  const norm = saturation * (1 - lengthShare + (lengthShare * length) / middlingLength);
  const words = all.slice(0, mostWords);
  const weights = words.map((word) => {
    const often = timesOf(word);
    return Math.max(1, Math.round((unit * often * (saturation + 1)) / (often + norm)));
  });
  return { words, weights };
}
