import { foldText } from '../../fold.ts';

/** A word of a text: folded as all texts are compared, and where it stands, in UTF-16 code units. */
export interface Word {
  folded: string;
  start: number;
  end: number;
}

const mostRemembered = 100_000; // folded words; a page of random letters must not fill the memory
const longestRemembered = 40; // UTF-16 code units
const piece = 13; // UTF-16 code units: from here on V8 makes a part of a string a view of it, and keeps the whole

/** Soft hyphens and joiners stand inside words; the number of a footnote behind a longer word is another one. */
const word = /\p{L}[\p{L}\p{M}\u00AD\u200B-\u200D]{3,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]*/gu;

/** The words of a text in order. The `s` of a possessive (`Council’s`) is none. `folds` remembers words from one text to the next. */
export function wordsIn(text: string, folds = new Map<string, string>()): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code < 0x80 && !isLetter(code) && !isDigit(code)) {
      at++;
      continue;
    }
    let [start, end] = [at, endOfPlainWord(text, at)];
    if (end === null) {
      word.lastIndex = at;
      const found = word.exec(text);
      if (!found) break;
      [start, end] = [found.index, word.lastIndex];
    }
    at = end;
    const written = text.slice(start, end);
    if ((written === 's' || written === 'S') && /['’]/.test(text[start - 1] ?? '')) continue;
    let folded = folds.get(written);
    if (folded === undefined) {
      folded = foldWord(written);
      if (folds.size >= mostRemembered) folds.clear();
      if (written.length <= longestRemembered) {
        folded = alone(folded);
        folds.set(alone(written), folded);
      }
    }
    if (folded.includes(' ')) for (const part of folded.split(' ')) words.push({ folded: part, start, end });
    else if (folded) words.push({ folded, start, end });
  }
  return words;
}

const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Where a word of ASCII ends, as the pattern has it in a third of its time; null where it must be asked. */
function endOfPlainWord(text: string, start: number): number | null {
  let end = start;
  while (isLetter(text.charCodeAt(end))) end++;
  if (end - start < 4) while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end++;
  return end === start || text.charCodeAt(end) >= 0x80 ? null : end;
}

/** A word that does not keep the page in memory that it was cut from. */
const alone = (word: string): string => (word.length < piece ? word : Buffer.from(word).toString());

/** Folding asks Unicode several times; most words need none of it. */
const foldWord = (written: string) =>
  /^[a-z0-9]+$/i.test(written) ? written.toLowerCase() : foldText(written.replace(/[\u00AD\u200B-\u200D]/g, ''));
