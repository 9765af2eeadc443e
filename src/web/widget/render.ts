import type { ShownItem } from '../../shown/item.ts';
import type { Words } from '../../shown/words.ts';

type Child = Node | string | false;

/** An element with attributes; texts become text nodes, never markup. */
export function element(name: string, attributes: Record<string, string | null>, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== '') made.setAttribute(key, value);
  made.append(...children.filter((child): child is Node | string => child !== false && child !== ''));
  return made;
}

/** A link that tells nobody where it was followed from; plain text where there is no address to follow. */
function link(part: string, work: Pick<ShownItem, 'address' | 'language' | 'direction'>, text: string, name = '') {
  const { address, language, direction } = work;
  const written = { part, lang: name ? null : language, dir: name ? null : direction, title: name, 'aria-label': name };
  return address
    ? element('a', { ...written, href: address, hreflang: language, rel: 'noopener noreferrer' }, text)
    : element('span', written, text);
}

/** One item of the list. */
export function renderItem(item: ShownItem, { alsoIn }: Words, reasons: boolean): HTMLElement {
  const { publishers, date, year, languageName, why } = item;
  const versions = item.alsoIn.map((version) =>
    link(
      'version',
      version,
      version.code,
      `${version.code} – ${alsoIn} ${version.languageName || version.code}: ${version.title}`,
    ),
  );
  return element(
    'li',
    { part: 'item' },
    element('div', { part: 'title', dir: item.direction }, link('link', item, item.title || item.address || '…')),
    element(
      'div',
      { part: 'meta' },
      publishers && element('bdi', { part: 'publisher', title: publishers }, publishers),
      year && element('time', { part: 'date', datetime: date }, year),
      languageName && element('span', { part: 'language' }, languageName),
      versions.length > 0 && element('span', { part: 'versions' }, '+ ', ...versions),
    ),
    reasons && why && element('div', { part: 'reason' }, element('bdi', { title: why }, why)),
  );
}
