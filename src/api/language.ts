import { badInput } from './errors.ts';

/** Tags read before, so that names in long lists cost a look-up each; many more than there are languages is abuse. */
const known = new Map<string, string>();
const mostKnown = 1_000;

/** A language tag in its usual writing (`FR` becomes `fr`); throws for what is no BCP 47 tag, naming the argument. */
export function readLanguage(given: string, name?: string): string;
export function readLanguage(given: string | undefined, name?: string): string | undefined;
export function readLanguage(given: string | undefined, name = 'language'): string | undefined {
  if (given === undefined) return undefined;
  const read = known.get(given);
  if (read !== undefined) return read;
  let tag: string | undefined;
  try {
    tag = Intl.getCanonicalLocales(given)[0];
  } catch {
    // Told below.
  }
  if (tag === undefined)
    throw badInput(`${name}: ${JSON.stringify(given.slice(0, 60))} is not a BCP 47 tag such as fr, pt-BR or sr-Latn.`);
  if (known.size < mostKnown) known.set(given, tag);
  return tag;
}
