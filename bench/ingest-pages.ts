import type { CatalogueRecord } from '../src/model.ts';

/** Pages as they are on the web, made of the titles and summaries of the catalogue: the same for the same number. */
export interface SamplePages {
  /** Plain text of about 3 kB. */
  text(number: number): Buffer;
  /** HTML of 100 kB, a third of it text: an article between menus, in a `main` or in a `div` as all others. */
  html(number: number, part: 'main' | 'div'): Buffer;
}

const htmlBytes = 100_000;
const htmlText = 33_000;
const textBytes = 3_000;

export function samplePages(records: readonly CatalogueRecord[]): SamplePages {
  const works = records.flatMap((record) => (record.kind === 'publication' ? [{ title: record.title, text: record.summary ?? '' }] : [])); // prettier-ignore
  const at = (number: number) => works[number % works.length]!;
  const paragraphs = (number: number, length: number) => {
    const found: string[] = [];
    for (let next = number, left = length; left > 0; next++) {
      const { title, text } = at(next * 7);
      found.push(`${title}. ${text}`);
      left -= title.length + text.length + 3;
    }
    return found;
  };
  return {
    text: (number) => Buffer.from(`${at(number).title}\n\n${paragraphs(number, textBytes).join('\n\n')}`),
    html: (number, part) => {
      const body = paragraphs(number, htmlText).map(
        (text, place) => `<div class="wp-block-group"><p class="has-text" style="margin:0 auto">${escaped(text)} <a href="/tag/${place}/" rel="tag">${place}</a></p></div>`, // prettier-ignore
      );
      const menu = `<ul class="menu">${Array.from({ length: 150 }, (_, item) => `<li class="menu-item menu-item-type-post_type menu-item-${item}"><a href="/section/${item}/" class="nav-link">Section ${item}</a></li>`).join('\n')}</ul>`; // prettier-ignore
      const start = `<!doctype html><html lang="en"><head><title>${escaped(at(number).title)} | Site</title><meta property="og:title" content="${escaped(at(number).title)}"><meta property="article:published_time" content="2021-03-04T10:00:00Z">`;
      const rest = `</head><body><header><nav>${menu}</nav></header><${part} class="content"><h1>${escaped(at(number).title)}</h1>\n${body.join('\n')}</${part}><footer>${menu}</footer></body></html>`;
      const script = `<script>${'var x=1;'.repeat(Math.max(0, Math.floor((htmlBytes - start.length - rest.length - 17) / 8)))}</script>`;
      return Buffer.from(start + script + rest);
    },
  };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Pages that nobody should have to read, by what they are. */
export const hostilePages: Record<string, () => Buffer> = {
  'nothing at all': () => Buffer.alloc(0),
  'one character': () => Buffer.from('x'),
  'binary noise': () => Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919 * (at + 13)) % 256)),
  '30 MB of paragraphs': () => Buffer.from('<p>Trafficking in Serbia and the rights of victims</p>\n'.repeat(550_000)),
  'a million elements inside each other': () => Buffer.from(`<html><body>${'<div>'.repeat(1_000_000)}x`),
  'a million attributes': () => Buffer.from(`<html><body><p ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="x"`).join(' ')}>`), // prettier-ignore
  'two million entities': () => Buffer.from(`<html><body>${'&lt;'.repeat(2_000_000)}`),
  'a line of 27 MB': () => Buffer.from('Serbia trafficking victims '.repeat(1_000_000)),
  '5 MB of <': () => Buffer.from('<'.repeat(5_000_000)),
  '200,000 elements that nothing closes': () => Buffer.from(`<html><body>${'<b>x'.repeat(200_000)}`),
  '9,000 rows that nothing closes': () => Buffer.from(`<html><body><table>${'<tr><td>Serbia'.repeat(9_000)}`),
  '9,000 items in 100 lists inside each other': () => Buffer.from(`<html><body>${'<ul><li>Serbia'.repeat(100)}${'<li>Trafficking in Serbia'.repeat(9_000)}`), // prettier-ignore
  'names without end': () => Buffer.from('Serbia Albania Council Europe Human '.repeat(60_000)),
  'a PDF that is none': () => Buffer.from(`%PDF-1.7\n${'<<'.repeat(1_000_000)}`),
};
