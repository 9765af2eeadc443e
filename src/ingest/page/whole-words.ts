const searched = 20_000; // UTF-16 code units

/**
 * A title whose words the reading of a PDF has joined or split (`BerichtdesKOK`, `DEUTSCHL AND`), as its own text
 * writes them; as it is, where the text does not say otherwise.
 */
export function withWholeWords(title: string, lines: readonly string[]): string {
  const { text, lower } = beginOf(lines);
  let words: Set<string> | undefined;
  const isOfText = (word: string) => (words ??= new Set(lower.split(/\s+/).map(bare))).has(word);
  const counts = (word: string) => lower.split(word).length - 1;
  const apart = title.split(' ').map((word) => takenApart(word, text));
  const joined: string[] = [];
  for (const word of apart) {
    const before = joined.at(-1);
    const whole = before === undefined ? '' : bare((before + word).toLowerCase());
    const isSplit = whole.length > 7 && /\p{L}$/u.test(before!) && /^\p{L}/u.test(word) && lower.includes(whole) && isOfText(whole) && counts(bare(before!.toLowerCase())) <= counts(whole) + 1 && !isWord(bare(word)); // prettier-ignore
    if (isSplit) joined[joined.length - 1] = before! + word;
    else joined.push(word);
  }
  return joined.join(' ');
}

const begins = new WeakMap<readonly string[], { text: string; lower: string }>(); // a title is looked for in the same lines several times

function beginOf(lines: readonly string[]): { text: string; lower: string } {
  const known = begins.get(lines);
  if (known) return known;
  let text = lines[0] ?? '';
  for (let at = 1; at < lines.length && text.length < searched; at++) text += `\n${lines[at]}`;
  text = text.slice(0, searched);
  const begin = { text, lower: text.toLowerCase() };
  begins.set(lines, begin);
  return begin;
}

/** Words that stand alone everywhere: a compound that begins with one is another word. */
const isWord = (word: string) =>
  /^(and|und|et|y|e|en|i|și|of|the|in|de|la)$/i.test(word) && word !== word.toUpperCase();
const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** A long word, or one with a capital inside, as the words that the text writes with the same letters in the same order. */
function takenApart(word: string, text: string): string {
  const letters = [...word].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  if (letters.length < 8 || letters.length > 60 || !(letters.length > 14 || /\p{Ll}\p{Lu}/u.test(word))) return word;
  if (text.split(word).length > 4) return word; // what a text says again and again is a word of it
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${letters.join('[\\s.]{0,3}')}(?![\\p{L}\\p{N}])`, 'giu');
  const spelled = [...text.matchAll(pattern)].map(([found]) => found).find((found) => /\s/.test(found));
  return spelled === undefined ? word : spelled.replace(/\s+/g, ' ') + (/[^\p{L}\p{N}]*$/u.exec(word)?.[0] ?? '');
}
