/** No title needs more; what is longer would be read out for minutes. */
const longest = 300;

/**
 * A text from elsewhere as it may be shown: nothing that turns the direction of what stands around it, nothing that is
 * invisible on purpose, and an end. Anything that is no text is empty.
 */
export function tame(text: unknown): string {
  if (typeof text !== 'string') return '';
  const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : plain;
}

/** How a text in a language runs; `auto` where the language is not known. */
export function directionOf(language: string | null): 'ltr' | 'rtl' | 'auto' {
  if (!language) return 'auto';
  return /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(Arab|Hebr)\b/i.test(language) &&
    !/-Latn/i.test(language)
    ? 'rtl'
    : 'ltr';
}

/** A tag as browsers write it, `pt_br` too; null for what is none. */
export function languageTag(text: unknown): string | null {
  try {
    return (typeof text === 'string' && Intl.getCanonicalLocales(text.replace('_', '-'))[0]) || null;
  } catch {
    return null;
  }
}

/** An address that may become a link: http or https, whatever else stands in it. */
export function webAddress(address: unknown): string | null {
  try {
    const { protocol, href } = new URL(String(address));
    return /^https?:$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}
