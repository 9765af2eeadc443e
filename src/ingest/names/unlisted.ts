import type { Span, Unlisted } from './links.ts';
import type { Mention } from './mentions.ts';

/** A page, or the part of one, and what was found on it so far. */
export interface Read {
  title: string;
  text: string;
}

/**
 * The names that a reader finds in the text of a page, each once, where it stands first; none that overlaps with what is
 * linked, or is one of its names.
 */
export function unlisted(
  { text }: Read,
  mentions: readonly (Mention & Pick<Span, 'in'>)[],
  kind: RegExp,
  read: (text: string) => Iterable<{ start: number; end: number }>,
): Unlisted[] {
  const taken = mentions.filter(({ in: from, id, candidates }) => from === 'text' && kind.test(id ?? candidates![0]!));
  const found = new Map<string, Unlisted>();
  for (const { start, end } of read(text)) {
    if (taken.some((mention) => mention.start < end && start < mention.end)) continue;
    const name = text.slice(start, end).replace(/\s+/g, ' ');
    if (!found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), { name, confidence: 0.5, evidence: { in: 'text', text: name, start, end } });
  }
  return [...found.values()].slice(0, most);
}

const most = 12; // a page of more is a directory, not a publication
