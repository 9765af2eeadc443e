import { kindOf } from '../../model.ts';
import { isCommon } from './general-names.ts';

/**
 * How a name must be written to be meant: `any` way, with a `capital`, each long word with one (`capitals`), with a
 * capital but not at the start of a sentence (`inside`), all in capitals among small letters (`upper`,
 * `plural` with an `s`), or `exact`ly.
 */
export type Writing = 'any' | 'capital' | 'capitals' | 'inside' | 'upper' | 'plural' | 'exact';

/** Words of a name that nothing else is called by chance. */
const longName = 6;

/** How a name of an entity must be written, told from how it is given and its folded words. */
export function writingOf(text: string, words: string[], id: string): Writing {
  const letters = words.length === 1 || text.length <= 12 ? text.replace(/[^\p{L}\p{N}]/gu, '').length : Infinity;
  if (words.length === 1 || letters <= 6) {
    const isUpper = text === text.toUpperCase() && text !== text.toLowerCase();
    if (isUpper && letters > 1) return letters <= 4 || isCommon(words[0]!) ? 'upper' : 'capital';
    if (letters < 3) return 'exact';
  }
  if (/^\p{Ll}/u.test(text) || !/^\P{L}*\p{Lu}/u.test(text)) return 'any';
  if (words.length === 1) return isCommon(words[0]!) ? 'inside' : 'capital';
  const kind = kindOf(id);
  if (kind === 'instrument' && words.length > 2 && /\d/.test(text)) return 'any'; // `loi n° 2017-399`
  if (kind === 'instrument' && words.length >= longName) return 'any'; // `la convention du Conseil de l’Europe sur la lutte`
  return words.length <= 4 && (kind === 'organisation' || kind === 'project') ? 'capitals' : 'capital';
}
