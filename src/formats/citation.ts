import CSL, { type Engine } from 'citeproc';
import { LRUCache } from 'lru-cache';
import type { CslItem } from './csl-item.ts';
import { localeFor, readLocale, readStyle, type Locale, type StyleName } from './style-files.ts';

/** How a citation is written. */
export interface CitationStyle {
  style: StyleName;
  /** A BCP 47 tag: the language of `and`, `no date`, months and quotation marks. Default: English. */
  language?: string;
  format: 'text' | 'html';
}

/** Makes one citation after another; to begin with a style takes up to 0.2 s, a citation by it up to 5 ms. */
type Cite = (item: CslItem, format: CitationStyle['format']) => string;

const makers = new LRUCache<string, Cite>({ max: 30 });
const written = new LRUCache<string, string>({ max: 5_000 });

/** A publication as it stands in a list of references. As HTML it is one `div` in which all text is escaped. */
export function formatCitation(item: CslItem, { style, language, format }: CitationStyle): string {
  const locale = localeFor(style, language);
  const manner = `${style} ${locale.name} ${locale.inLatin}`;
  const key = `${manner} ${format} ${JSON.stringify(item)}`;
  let citation = written.get(key);
  if (citation === undefined) {
    let cite = makers.get(manner);
    if (!cite) makers.set(manner, (cite = createMaker(style, locale)));
    written.set(key, (citation = cite(item, format)));
  }
  return citation;
}

function createMaker(style: StyleName, locale: Locale): Cite {
  let current: object = {};
  let made = 0;
  const system = {
    // What a locale lacks is looked for in the American one.
    retrieveLocale: (name: string) => readLocale(name === locale.name ? locale : { name: 'en-US', inLatin: false }),
    retrieveItem: () => current,
  };
  const engine: Engine = new CSL.Engine(system, readStyle(style), locale.name, true);
  return (item, format) => {
    // The engine remembers what it has seen under an id.
    const id = `item-${++made}`;
    current = { ...item, id };
    engine.setOutputFormat(format);
    engine.updateItems([id]);
    const list = engine.makeBibliography();
    if (!list) throw new Error(`The style ${style} makes no bibliographies.`);
    return format === 'text' ? withoutNumber(list[1].join('')) : withoutMargin(list[1].join(''));
  };
}

/** Styles that count give a citation that stands alone the number 1. */
const withoutNumber = (text: string) => text.trim().replace(/^(\[1\]|1\.)\s+/, '');

/** The one `div` of a citation, where styles that count put two into it. */
function withoutMargin(html: string): string {
  const counted = /<div class="csl-right-inline">([\s\S]*)<\/div>\s*<\/div>\s*$/.exec(html);
  return counted ? `<div class="csl-entry">${counted[1]!.trim()}</div>` : html.trim();
}
