import type { ShownItem } from './item.ts';

/** What a partner chooses for a list; the names are those of the widget's attributes. */
export interface Chosen {
  to?: string;
  first?: string;
  language?: string;
  layout?: string;
  heading?: string;
  reasons?: string;
  theme?: string;
  country?: string;
  publisher?: string;
}

/** Where the widget is found, and what to hold it to where it is pinned. */
export interface Source {
  server: string;
  path: string;
  integrity?: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character]!);
const written = (values: object) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

/** The script and the tag of the widget. */
export function scriptSnippet(chosen: Chosen, { server, path, integrity }: Source): string {
  const held = integrity ? { integrity, crossorigin: 'anonymous' } : {};
  return `<script async${written({ src: server + path, ...held, referrerpolicy: 'no-referrer' })}></script>
<related-resources${written(chosen)}></related-resources>`;
}

/** The list in a frame, for sites without script. `to` must be given: a frame does not know the page it stands in. */
export function frameSnippet(chosen: Chosen, server: string, title: string): string {
  const layout = chosen.layout ?? 'list';
  const height = frameHeight(Number(chosen.first ?? 6), 600, layout);
  return frameHtml(frameAddress(chosen, server), title, { width: '100%', height });
}

/** The address of that frame. */
export function frameAddress({ to = '', ...looks }: Chosen, server: string): string {
  const given = Object.entries(looks).filter(([, value]) => value !== undefined) as [string, string][];
  return `${server}/embed/related?${new URLSearchParams([[targetParameter(to), to], ...given])}`;
}

function targetParameter(to: string): string {
  if (/^(publication|organisation|country|instrument|theme|project|person)\//.test(to)) return 'id';
  return /^(doi:\s*|https?:\/\/(dx\.)?doi\.org\/)?10\.\d{4,9}\//i.test(to) ? 'doi' : 'url';
}

/** How high a frame of so many items is at a width, in pixels; what does not fit can be scrolled to. */
export function frameHeight(first: number, width: number, layout = 'list'): number {
  const columns = layout === 'cards' ? Math.max(1, Math.floor((width + 16) / 272)) : 1;
  const row = { list: width < 480 ? 160 : 118, cards: 210, compact: 78 }[layout] ?? 118;
  return 70 + Math.ceil(first / columns) * row;
}

/** A frame with a related list: it may lead the window on when a link in it is followed, and nothing else. */
export function frameHtml(src: string, title: string, size: { width: number | string; height: number }): string {
  const about = { src, title, ...size, loading: 'lazy', referrerpolicy: 'no-referrer' };
  return `<iframe${written({ ...about, sandbox: 'allow-top-navigation-by-user-activation', style: 'border:0' })}></iframe>`;
}

/** The list as it is now, as plain HTML to paste. */
export function plainSnippet(items: readonly ShownItem[], heading: string): string {
  const lines = items
    .filter(({ address }) => address)
    .map(({ address, title, language, direction, publishers, year }) => {
      const about = { href: address, hreflang: language ?? undefined, lang: language ?? undefined, dir: direction };
      const origin = [publishers, year].filter(Boolean).join(', ');
      return `  <li><a${written({ ...about, rel: 'noopener noreferrer' })}>${escaped(title)}</a>${origin && ` – ${escaped(origin)}`}</li>`;
    });
  return `<h2>${escaped(heading)}</h2>\n<ul>\n${lines.join('\n')}\n</ul>`;
}
