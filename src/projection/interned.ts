const known = new Map<string, string>();
const most = 50_000;

/**
 * The same text as one string: each row that an engine gives has strings of its own, and a million that say `en` take memory
 * and time of the collector. For columns of few values.
 */
export function interned(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  known.set(text, text);
  return text;
}
