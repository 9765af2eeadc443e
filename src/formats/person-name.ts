import { parse } from '@citation-js/name';
import { oneLine } from './one-line.ts';

/** A name as CSL wants it: of a person in its parts, of a body or where the parts cannot be told in one. */
export type CslName = { family: string; given?: string; 'non-dropping-particle'?: string } | { literal: string };

/** Scripts in which the last word of a name is its family name more often than not. */
const familyLast = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{M}\s]+$/u;

/** What follows a name and is none. */
const suffix = /[\s,]\(?(jr|sr|i{2,3}|iv|ph\.?\s?d|m\.?d|msc|ma)\.?\)?$/i;

/**
 * The parts of a person's name: `Jan van den Berg` → Berg, Jan with the particle `van den`. A name of several family names is
 * cut before the last, as every reference manager does; one that does not come apart stays as it is.
 */
export function personName(name: string): CslName {
  const whole = oneLine(name);
  if (!familyLast.test(whole) || !whole.includes(' ') || suffix.test(whole)) return { literal: whole };
  const { family, given, 'non-dropping-particle': particle } = parse(whole);
  if (!family || !given) return { literal: whole };
  const parts = [given, particle, family].filter((part) => part !== undefined).join(' ');
  const isWhole = lettersOf(parts) === lettersOf(whole);
  return isWhole ? { family, given, ...(particle && { 'non-dropping-particle': particle }) } : { literal: whole };
}

const lettersOf = (text: string) => [...text.replace(/[\s,]+/g, '')].sort().join('');

/** A name as bibliographies are sorted: `van den Berg, Jan`. */
export function invertedName(name: CslName): string {
  if ('literal' in name) return name.literal;
  const { family, given, 'non-dropping-particle': particle } = name;
  return [[particle, family].filter(Boolean).join(' '), given].filter(Boolean).join(', ');
}
