const notPlain = /[^\P{Cc}\n\r\t]|[\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/u;
const everyNotPlain = new RegExp(notPlain, 'gu');
/** What may be one, by its UTF-16 code units: much faster, and most texts have none. */
const maybeNotPlain = /[^\t\n\r -~\u00A0-\u2029\u202F-\u2065\u206A-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/;

/** A string without white space around it, in Unicode's composed form (NFC). */
export function tidyText(value: string): string {
  const trimmed = value.trim();
  return /[\u0300-\uFFFF]/.test(trimmed) ? trimmed.normalize('NFC') : trimmed; // below U+0300 it is composed already
}

/**
 * What makes a string unfit to be kept and shown, or null: nothing in it, control characters other than line breaks
 * and tabs, half a surrogate pair, a code point that is no character, or marks that override the direction of
 * reading. Marks that only join or set a direction (U+200C–200F) stay: Persian, Arabic and Hebrew need them.
 */
export function problemOfProse(value: string): string | null {
  if (value === '') return 'is empty';
  if (!maybeNotPlain.test(value)) return null;
  const found = notPlain.exec(value)?.[0];
  if (found === undefined) return null;
  if (/\p{Cc}/u.test(found)) return 'has control characters in it';
  const name = `U+${found.codePointAt(0)!.toString(16).toUpperCase()}`;
  if (/\p{Cs}/u.test(found)) return `has half a character in it (${name}): something cut it in two`;
  if (/\p{Noncharacter_Code_Point}/u.test(found)) return `has ${name} in it, which is no character`;
  return `has ${name} in it, which can disguise what is read`;
}

/** A text that prose may hold: what makes it unfit becomes a space, line breaks of any kind `\n`. */
export function fitProse(value: string): string {
  const text = value.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  return maybeNotPlain.test(text) ? text.replace(everyNotPlain, ' ') : text;
}

/** As for prose; and line breaks or tabs. */
export function problemOfText(value: string): string | null {
  return problemOfProse(value) ?? (/[\n\r\t\u2028\u2029]/.test(value) ? 'has line breaks or tabs in it' : null);
}
