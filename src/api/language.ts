import { badInput } from './errors.ts';

/** A language tag in its usual writing (`FR` becomes `fr`); throws for what is no BCP 47 tag. */
export function readLanguage(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(given)[0];
  } catch {
    throw badInput(`language: ${JSON.stringify(given.slice(0, 60))} is not a BCP 47 tag such as fr, pt-BR or sr-Latn.`);
  }
}
