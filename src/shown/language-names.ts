const names = new Map<string, Intl.DisplayNames>();

/**
 * What languages are called in a language that the product's words are in; of a tag that has no name there it gives
 * undefined. Made once for each: names in the making take 0.1 ms and memory outside the heap, which is let go of late.
 */
export function languageNames(told: string): Intl.DisplayNames {
  const known = names.get(told);
  if (known) return known;
  const made = new Intl.DisplayNames([told], { type: 'language', fallback: 'none' });
  names.set(told, made);
  return made;
}
