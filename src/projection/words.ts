import { foldText } from '../fold.ts';
import { functionWords } from './function-words.ts';

/** The words of a text by which it can be told from others, each with how much of the text it is. */
export interface WeightedWords {
  /** Folded, in the order they first stand: those of the title come first. */
  words: string[];
  /** 1–192 for each word: how often it stands there, saturated, against the length of the text (BM25). */
  weights: number[];
  /** So many of the words are the title's. */
  titleLength: number;
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
const titleFactor = 3;
/** More different words are not looked at: a whole book given as a summary is not about more than its beginning. */
const mostWords = 64;
/** What a weight of 1 in BM25 is as a whole number. */
const unit = 32;

/** The words of a publication's title and summary with their weights. */
export function weighWords({ title, titles = [], summary = '', language }: Texts): WeightedWords {
  return weighFolded({ title: foldText(title), titles: titles.map(foldText), summary: foldText(summary), language });
}

/** The same for texts that are folded already. */
export function weighFolded({ title, titles = [], summary = '', language }: Texts): WeightedWords {
  const empty = functionWords(language);
  const counts = new Map<string, number>();
  let length = 0;
  const count = (text: string, factor: number) => {
    for (const word of text.split(' ')) {
      if (word.length < 2 || empty.has(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + factor);
      length += factor;
    }
  };
  count(title, titleFactor);
  const titleLength = Math.min(counts.size, mostWords);
  for (const other of titles) if (other !== title) count(other, 1);
  count(summary, 1);
  const words = [...counts.keys()].slice(0, mostWords);
  const norm = saturation * (1 - lengthShare + (lengthShare * length) / middlingLength);
  const weigh = (times: number) => Math.max(1, Math.round((unit * times * (saturation + 1)) / (times + norm)));
  return { words, weights: words.map((word) => weigh(counts.get(word)!)), titleLength };
}
