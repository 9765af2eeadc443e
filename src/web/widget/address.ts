import { languageTag } from '../../shown/text.ts';
import { pageTarget, readTarget } from './target.ts';

/** So many items, unless told. */
const usual = 6;

/** How many items are wanted. */
export function firstOf(host: Element): number {
  const first = host.getAttribute('first')?.trim() ?? '';
  return /^\d+$/.test(first) ? Math.min(Number(first), 100) : usual;
}

/** The language of the reader: the one given, else that of the place in the page where the list stands. */
export function languageOf(host: Element): string | null {
  let at: Element | null = host;
  while (at) {
    const near: Element | null = at.closest('[lang]');
    const given = host.getAttribute('language') ?? near?.getAttribute('lang');
    if (given) return languageTag(given);
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The address that is asked, which says all that the server learns; null where nothing can be asked for. */
export function askedAddress(host: Element, server: string): string | null {
  const to = host.getAttribute('to');
  const target = to?.trim() ? readTarget(to) : pageTarget(document);
  if (!target) return null;
  const asked = new URLSearchParams([target, ['first', String(firstOf(host))]]);
  const language = languageOf(host);
  if (language) asked.set('language', language);
  for (const name of ['theme', 'country', 'publisher']) {
    const values = (host.getAttribute(name) ?? '').split(/[\s,]+/).filter(Boolean);
    for (const value of values) asked.append(name, value.includes('/') ? value : `${kindOf(name)}/${value}`);
  }
  return `${server}/related?${asked}`;
}

const kindOf = (name: string) => (name === 'publisher' ? 'organisation' : name);
