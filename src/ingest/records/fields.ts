import { z } from 'zod';
import { kindOf, type Kind } from '../../model.ts';
import { isDoi, isIsbn, problemOfIdentity, tidyDoi, tidyIsbn } from './identifiers.ts';
import { problemOfProse, problemOfText, tidyText } from '../text.ts';

/** The values that fields of records hold. Each `pattern` tells a JSON Schema what it can say of the same checks. */

type ProblemOf = (value: string) => string | null;

/** A string that is first tidied and then refused where there is a problem: one check, as there are millions of them. */
const string = (problemOf: ProblemOf, pattern = '\\S', tidy = tidyText) =>
  z
    .string()
    .overwrite(tidy)
    .check(({ value, issues }) => {
      const message = problemOf(value);
      if (message) issues.push({ code: 'custom', message, input: value, continue: true });
    })
    .meta({ pattern });

/** What things are found by is no longer: an index of Neo4j takes keys of some 8,000 bytes. */
const longest = 2_048;
/** One UTF-16 code unit as three bytes, `%E6%BC%A2`. */
const longestEscape = 9;

/** A text on one line that is no longer than that and has no other problem either. */
const bounded = (problemOf: ProblemOf, pattern: string, tidy = tidyText) =>
  string(
    (value) =>
      problemOfText(value) ??
      (value.length > longest ? `has ${value.length} characters; the limit is ${longest}` : null) ??
      problemOf(value),
    pattern,
    tidy,
  ).meta({ maxLength: longest });

/** One whose value must be of some form. */
const formed = (hasForm: (value: string) => boolean, reason: string, pattern: string, tidy = tidyText) =>
  bounded((value) => (hasForm(value) ? null : reason), pattern, tidy);

/** Text that may have line breaks. */
export const prose = string(problemOfProse);

/** Text on one line. */
export const text = string(problemOfText);

/** The id of a record of one of these kinds. */
export const id = (...allowed: [Kind, ...Kind[]]) =>
  formed(
    (value) => allowed.includes(kindOf(value)!) && /^[a-z]+\/[A-Za-z0-9][\w.~-]*$/.test(value),
    `is not an id of the form ${allowed.map((kind) => `${kind}/…`).join(' or ')}`,
    `^\\s*${allowed.length > 1 ? `(${allowed.join('|')})` : allowed[0]}/[A-Za-z0-9][A-Za-z0-9_.~-]*\\s*$`,
  );

/** `country/` and an ISO 3166-1 alpha-2 code. */
export const countryId = string(
  (value) =>
    problemOfText(value) ??
    (kindOf(value) !== 'country' ? 'is not an id of the form country/…' : null) ??
    (/^country\/[A-Z]{2}$/.test(value) ? null : 'is not country/ with an ISO 3166-1 alpha-2 code'),
  '^\\s*country/[A-Z]{2}\\s*$',
);

/** A calendar date, cut to year or month where no more is known. */
export const date = formed(
  isDate,
  'is not a date such as 2021, 2021-03 or 2021-03-05',
  '^\\s*\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?\\s*$',
);

const notLanguage = 'is not a BCP 47 language tag such as en or sr-Latn';

/** A BCP 47 language tag as it is written canonically. */
export const language = formed(isLanguage, notLanguage, '^\\s*[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\s*$');

/** Values by language. The tags are taken as they stand: two that differ in white space would be one. */
export const byLanguage = <Value extends z.ZodType>(value: Value) =>
  z.record(
    string(
      (tag) => (isLanguage(tag) ? null : notLanguage),
      '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
      (tag) => tag,
    ),
    value,
  );

/** One text for each language. */
export const labels = byLanguage(text);

/** An http(s) address. It is kept as it stands: the server may tell apart what Unicode calls the same. */
export const address = bounded(problemOfAddress, '^\\s*[Hh][Tt][Tt][Pp][Ss]?://(?![^/?#\\\\]*@)\\S', (value) =>
  value.trim(),
);

/** The same thing elsewhere. */
export const identity = address.check(({ value, issues }) => {
  const message = problemOfIdentity(value);
  if (message) issues.push({ code: 'custom', message, input: value });
});

/** A DOI, in any written form. */
export const doi = formed(isDoi, 'is not a DOI such as 10.1000/182', '10\\.\\d{4,9}(/|%2[Ff])\\S', tidyDoi);

/** An ISBN, with or without hyphens. */
export const isbn = formed(
  isIsbn,
  'is not an ISBN: its check digit does not fit',
  '^[\\s\\dXx\\-\\u2010-\\u2015]{10,}$',
  tidyIsbn,
);

function problemOfAddress(value: string): string | null {
  if (!/^https?:\/\/\S/i.test(value) || !URL.canParse(value)) return 'is not an http(s) address';
  if (value.length < longest / longestEscape && !value.includes('@')) return null; // most: reading it whole is slow
  const { username, password, href } = new URL(value);
  if (href.length > longest) return `has ${href.length} characters as it is sent; the limit is ${longest}`;
  return username || password ? 'has a user name in it: write the address without what stands before the @' : null;
}

function isDate(value: string): boolean {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)) return false;
  if (value.length < 10 || value.slice(8) <= '28') return true;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

const knownLanguages = new Set<string>(); // there are few, and asking Intl each time is slow

function isLanguage(value: string): boolean {
  if (knownLanguages.has(value)) return true;
  try {
    if (Intl.getCanonicalLocales(value)[0] !== value) return false;
  } catch {
    return false;
  }
  if (knownLanguages.size < 1_000) knownLanguages.add(value);
  return true;
}
