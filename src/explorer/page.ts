import { body, scriptOf, type Place } from '../landing/frame.ts';
import { markup, ours, textOfHtml, type Html } from '../landing/html.ts';
import { linkMaker, type Linked } from '../landing/landing.ts';
import { pageLanguages, type PageLanguage } from '../landing/words.ts';
import { style } from './style.ts';
import { wordsIn, type Word } from './words.ts';

/** What a page of the explorer knows of where it stands and of who reads it. */
export interface Site extends Omit<Place, 'say'> {
  say(word: Word): string;
  /** The language of names. */
  language: string;
  /** Where this page is, without its parameters: `search`, or nothing for the first one. */
  path: string;
  /** The address of the site, without a slash at the end. */
  base: string;
  /** The path of a file built for browsers, such as `graph.js`; undefined where it is not built. */
  asset(name: string): string | undefined;
}

/** What makes a site of an address: the language of the reader, the page and the parameters it was asked for with. */
export interface Visit extends Linked {
  told: PageLanguage;
  path: string;
  given: URLSearchParams;
  asset: Site['asset'];
}

export function siteOf(visit: Visit): Site {
  const { told, language, path, base, given, asset } = visit;
  const link = linkMaker(visit);
  const inLanguage = (other: string) =>
    link(path, { ...Object.fromEntries([...given].filter(([name]) => name !== 'after')), language: other });
  return { told, language, path, base, link, inLanguage, asset, say: wordsIn(told), script: asset('explorer.js') };
}

/** A page of the explorer. */
export interface ExplorerPage {
  title: string;
  description: string;
  main: Html;
  /** What search engines are not to keep: answers to questions of readers, of which there is no end. */
  isAnswer?: boolean;
  /** Scripts and data that this page alone needs. */
  head?: Html | false;
  /** A style sheet that this page alone needs. */
  style?: string;
}

/** The text of a page: whole without a script, and nothing in it comes from elsewhere. */
export function explorerPage(
  site: Site,
  { title, description, main, isAnswer, head, style: own }: ExplorerPage,
): string {
  const address = `${site.base}/${site.path}`;
  const alternates = pageLanguages.map(
    (language) => markup`<link rel="alternate" hreflang="${language}" href="${`${address}?language=${language}`}" /> `,
  );
  const page = markup`<!doctype html>
    <html lang="${site.told}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === 'Common Thread' ? title : `${title} – Common Thread`}</title>
        <meta name="description" content="${description}" />
        <link rel="icon" href="data:," />
        ${isAnswer ? markup`<meta name="robots" content="noindex" />` : [markup`<link rel="canonical" href="${address}" /> `, alternates]}
        <style>${ours(style)}</style>
        ${own !== undefined && markup`<style>${ours(own)}</style>`}
        ${scriptOf(site)} ${head ?? false}
      </head>
      ${body(site, main)}
    </html> `;
  return textOfHtml(page);
}
