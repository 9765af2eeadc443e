import { tellLanguage } from './as-told.ts';
import { markup, type Html } from './html.ts';
import { pageLanguages, type PageLanguage, type Word } from './words.ts';

/** Where a page stands among the others, and in which language. */
export interface Place {
  /** The language of the page's own words. */
  told: PageLanguage;
  say(word: Word): string;
  /** The way to an entity or another path of this server; the language goes with it where the reader chose it. */
  link(path: string, parameters?: Record<string, string>): string;
  /** The way to this very page in another language. */
  inLanguage(language: PageLanguage): string;
  /** The path of the script that adds to the page what it can do without; none where it is not built. */
  script: string | undefined;
}

/** Where a reader goes who leaves at once: a page that says nothing about who opens it, in every language, and shows no news. */
export const neutralPage = 'https://www.wikipedia.org/';

/** The views of the catalogue that have a page of their own. */
const views = ['search', 'timeline', 'matrix', 'coverage', 'path'] as const satisfies Word[];

/**
 * The body of a page: its name, a way out at once, the ways to go on, `main`, and the footer. The way out is a plain
 * link, which does without script.
 */
export function body(place: Place, main: Html, footer: Html | false = false): Html {
  const { say, link } = place;
  return markup`<body>
    <a class="skip" href="#main">${say('skip')}</a>
    <header>
      <a class="brand" href="${link('')}">Common Thread</a>
      <a class="exit" id="exit" href="${neutralPage}" rel="noreferrer nofollow" aria-describedby="exit-note">${say('exit')}</a>
    </header>
    <nav class="ways" aria-label="${say('views')}">
      <ul>
        ${views.map((view) => markup`<li><a href="${link(view)}">${say(view)}</a></li> `)}
      </ul>
    </nav>
    <main id="main">${main}</main>
    <footer>
      ${footer}
      ${languageNavigation(place)}
      <p id="exit-note">${say('exit')}: ${say('exitNote')}</p>
    </footer>
  </body>`;
}

/** The script of a page, where it is built; its own style sheet stands in the page. */
export const scriptOf = ({ script }: Place): Html | false =>
  script !== undefined && markup`<script type="module" src="${script}"></script>`;

function languageNavigation({ told, say, inLanguage }: Place): Html {
  const items = pageLanguages.map((language) => {
    const name = tellLanguage(language, language);
    const current = language === told && markup` aria-current="true"`;
    return markup`<li><a href="${inLanguage(language)}" lang="${language}" hreflang="${language}"${current}>${name}</a></li> `;
  });
  return markup`<nav aria-label="${say('languages')}">
    <ul class="languages">
      ${items}
    </ul>
  </nav>`;
}
