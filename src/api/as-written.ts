import { foldText, writtenWords } from '../fold.ts';

/** Folded words as they are written in some texts, where they first stand; as they are, where they stand in none. */
export function asWritten(words: readonly string[], texts: readonly string[]): string[] {
  const written = new Map<string, string>();
  for (const text of texts)
    for (const [word] of text.matchAll(writtenWords)) {
      const folded = foldText(word);
      if (!written.has(folded)) written.set(folded, word);
    }
  return words.map((word) => written.get(word) ?? word);
}
