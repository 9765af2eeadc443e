import type { Found } from '../found.ts';
import { languageTag } from './language-tag.ts';
import { isFrontPage, sameAddress, wholeAddress } from './page-address.ts';
import { named, type PlacedElement } from './page-elements.ts';
import type { Statement } from './statement.ts';

/** The addresses of a page itself and of the file it offers as the work, from `<link rel>`. */
export function linkTags(all: readonly PlacedElement[], url?: string): Statement[] {
  return named(all, 'link').flatMap((link): Statement[] => {
    const relations = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const value = wholeAddress(link.getAttribute('href'), url);
    if (value === undefined) return [];
    const said = (confidence: number): Statement[] => [{ field: 'urls', value, from: 'link', confidence }];
    if (relations.includes('canonical')) return said(0.95);
    if (relations.includes('shortlink')) return said(0.4);
    const file = /^application\/(pdf|epub\+zip|msword)/i.test(link.getAttribute('type') ?? '');
    return file && relations.includes('alternate') ? said(0.6) : [];
  });
}

/**
 * The same page in other languages: `<link rel="alternate" hreflang>`, and the switch that readers use. A link to the
 * front page of another language says that the page is not there in it.
 */
export function translationLinks(
  all: readonly PlacedElement[],
  own: (string | undefined)[],
): Found<{ language: string; url: string }>[] {
  const base = own.find((address) => address !== undefined);
  const found = new Map<string, Found<{ language: string; url: string }>>();
  for (const link of named(all, 'link', 'a')) {
    if (link.getAttribute('hreflang') === null) continue;
    const isLink = link.localName === 'link';
    if (isLink && !/\balternate\b/i.test(link.getAttribute('rel') ?? '')) continue;
    const language = languageTag(link.getAttribute('hreflang'));
    const url = wholeAddress(link.getAttribute('href'), base);
    if (!language || !url || found.has(url) || own.some((address) => sameAddress(address, url))) continue;
    if (isFrontPage(url) && !(base && isFrontPage(base))) continue;
    const confidence = isLink ? 0.9 : 0.7;
    found.set(url, { value: { language, url }, confidence, place: { from: isLink ? 'link' : 'html', text: url } });
  }
  return [...found.values()];
}
