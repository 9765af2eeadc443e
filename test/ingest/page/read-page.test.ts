import { describe, expect, it } from 'vitest';
import { readPage, readText } from '../../../src/ingest/page/read-page.ts';

const paragraph = 'Der Bericht zeigt, welche Rechte Betroffene haben, wo sie Hilfe finden und was noch fehlt. ';
const page = `<!doctype html><html lang="de-AT"><head>
  <title>Rechte und Hilfe | Verein Beispiel</title><meta property="og:site_name" content="Verein Beispiel">
  <script>var text = "<p>nothing";</script></head>
  <body><nav><a href="/">Start</a> <a href="/wir">Über uns</a></nav>
  <div class="cookie-banner">Wir verwenden Cookies.</div>
  <main><h1>Rechte und Hilfe</h1><p>${paragraph}</p><p>${paragraph.repeat(2)}</p>
  <div class="share-bar">Teilen: <a href="#">Netzwerk</a></div></main>
  <footer>Impressum</footer></body></html>`;

describe('reading a page', () => {
  it('keeps the main content, a line for each block, without menus, banners, share bars and footers', () => {
    const { text } = readPage(page);
    expect(text).toContain(paragraph.trim());
    expect(text).not.toMatch(/Start|Über uns|Cookies|Teilen|Impressum|nothing/);
    expect(text.split('\n').length).toBeGreaterThan(1);
  });

  it('takes the title without the name of the site', () => {
    expect(readPage(page).title).toBe('Rechte und Hilfe');
    const bare = (title: string) =>
      readPage(`<html><head><title>${title}</title></head><body><p>x</p></body></html>`, 'https://www.example.org/a')
        .title;
    expect(bare('A report - Example')).toBe('A report');
    expect(bare('Before - and after')).toBe('Before - and after');
  });

  it('takes no logo for the title, and parts words at a line break', () => {
    const logo = '<h1 class="logo"><a href="/">Office for Houses</a></h1>';
    const titleOf = (markup: string) => readPage(`<html><body>${logo}${markup}<p>${paragraph}</p></body></html>`).title;
    expect(titleOf('<h2>What became<br>of the houses</h2>')).toBe('What became of the houses');
  });

  it('believes metadata about an article before the headings', () => {
    const data = '{"@graph":[{"@type":"WebSite","name":"Site"},{"@type":"NewsArticle","headline":"From the data"}]}';
    const markup = `<script type="application/ld+json">${data}</script><h1>From the heading</h1>`;
    expect(readPage(markup).title).toBe('From the data');
    expect(readPage('<meta name="citation_title" content="Cited"><h1>Heading</h1>').title).toBe('Cited');
    expect(readPage('<script type="application/ld+json">{broken</script><h1>Heading</h1>').title).toBe('Heading');
  });

  it('takes nothing for cards but what stands below their heading', () => {
    const tiles = `<div><p>${paragraph.repeat(4)}</p><div><b>Lesen Sie auch</b></div><p><a>${paragraph}</a></p></div>`;
    expect(readPage(`<html><body>${tiles}</body></html>`).text).toContain(paragraph.trim());
  });

  it.each([
    ['Vielleicht auch interessant', '<div><a>Zahlen und Wege</a></div><div><a>Ein Dach über dem Kopf</a></div>'],
    ['Dans la même rubrique', '<ul><li>9 mai 2017 – <a>Zahlen und Wege</a></li><li><a>Ein Dach über dem Kopf</a></li></ul>'],
    ['À lire aussi', '<div><a><span class="tag">Avis</span>Zahlen und Wege</a></div><div><a>Ein Dach über dem Kopf</a></div>'],
  ])('takes the titles of cards under “%s”', (heading, cards) => {
    const section = `<section><h2>${heading}</h2>${cards}</section>`;
    expect(readPage(page.replace('</main>', `${section}</main>`)).cards).toEqual(['Zahlen und Wege', 'Ein Dach über dem Kopf']);
  }); // prettier-ignore

  it('leaves out the cards of other pages below the text', () => {
    const { text } = readText(
      'Title\n\nThe text of the page.\n\nAnother page in Chad\nGuidance\nIt is about...Read More\n',
    );
    expect(text).toBe('The text of the page.');
  });
});

describe('the language of a page', () => {
  const languageOf = (text: string, lang = '') =>
    readPage(`<html lang="${lang}"><body><p>${text}</p></body></html>`).language;

  it('is what the page declares, or what its letters say', () => {
    expect(languageOf('Kurz', 'de-CH')).toBe('de');
    expect(languageOf('Les victimes ont le droit d’être protégées et informées.')).toBe('fr');
    expect(languageOf('Las víctimas tienen derecho a protección y a información.')).toBe('es');
    expect(languageOf('Slachtoffers hebben recht op bescherming en informatie.')).toBe('nl');
    expect(languageOf('Victimele au dreptul la protecție și la informare.')).toBe('ro');
  });

  it('tells the two scripts of Serbian apart, whatever is declared', () => {
    expect(languageOf('Жртве имају право на заштиту и на обавештење.')).toBe('sr-Cyrl');
    expect(languageOf('Žrtve imaju pravo na zaštitu i na obaveštenje.', 'sr')).toBe('sr-Latn');
    expect(languageOf('Жртве имају право на заштиту и на обавештење.', 'en-US')).toBe('sr-Cyrl');
  });

  it('is open where nothing says it', () => {
    expect(languageOf('Report 2021')).toBeUndefined();
    expect(languageOf('')).toBeUndefined();
  });

  it('is not the English of a template around a long text in another language', () => {
    const text = `Las personas que han sufrido violencia necesitan tiempo para recuperarse y para decidir si quieren hablar
      con la policía. Durante ese período no pueden ser expulsadas del país, y el Estado debe ofrecerles un lugar seguro,
      atención médica, ayuda de un abogado y un intérprete. Muchas de ellas no lo saben, porque nadie se lo ha dicho en
      una lengua que entiendan; por eso las organizaciones piden que la información llegue desde el primer momento, y que
      nadie tenga que denunciar para recibirla.`;
    expect(languageOf(text, 'en-US')).toBe('es');
    expect(languageOf(text.slice(0, 100), 'en-US')).toBe('es');
  });
});

describe('reading plain text', () => {
  it('takes the first line that is no address for the title', () => {
    const expected = { title: 'The title', text: 'The text begins here.\nAnd ends here.' };
    expect(
      readText('\nURL: https://example.org/a\n\nThe title\nThe text begins here.\nAnd ends here.\n'),
    ).toMatchObject(expected);
    expect(readText('https://example.org/a\nThe title\nThe text begins here.\nAnd ends here.')).toMatchObject(expected);
  });

  it('takes no long paragraph for a title', () => {
    const long = 'A sentence of a paragraph. '.repeat(20).trim();
    expect(readText(long)).toMatchObject({ title: '', text: long });
    expect(readText(`URL: https://example.org/news/a-paper-on-residence/\n${long}`).title).toBe('A paper on residence');
  });
});

describe('hostile pages', () => {
  const hostile: [name: string, markup: string][] = [
    ['no markup at all', ''],
    ['tags that nothing closes', '<html><body><p>One <b>two <table><tr><td>three <script>four'],
    ['100,000 elements inside each other', `${'<div>'.repeat(100_000)}deep`],
    ['inline elements inside each other', `${'<b><i>'.repeat(50_000)}deep`],
    [
      '9,000 items in 100 lists inside each other',
      `<html><body>${'<ul><li>Some words'.repeat(100)}${'<li>Some words'.repeat(9_000)}`,
    ],
    [
      '8,000 paragraphs in 200 parts inside each other',
      `<html><body>${`<div>${'<p>Some words, and some more.</p>'.repeat(40)}`.repeat(200)}`,
    ],
    ['5 MB of paragraphs', '<p>Some words, and some more.</p>'.repeat(160_000)],
    ['5 MB of tags that are only begun', '<a '.repeat(1_700_000)],
    ['5 MB of opened scripts', '<script>'.repeat(640_000)],
    ['5 MB of opened comments', '<!--'.repeat(1_300_000)],
    ['5 MB of closing tags', '</div>'.repeat(840_000)],
    ['5 MB of entities', '&#1'.repeat(1_700_000)],
    ['teasers without end', '<p>…Read more</p>'.repeat(9_000)],
  ];

  it.each(hostile)('are read in seconds: %s', (_, markup) => {
    const begun = performance.now();
    const { text } = readPage(markup);
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(performance.now() - begun).toBeLessThan(15_000); // seconds, where a regression would take minutes
  });

  it('leave nothing in the text that a record must not hold', () => {
    const { title, text } = readPage('<title>T\0i\u202Etle</title><p>a\0b \uD800 c\u0007 d</p>');
    expect(`${title} ${text.replaceAll('\n', ' ')}`).not.toMatch(/[\p{Cc}\p{Cs}\u202E]/u);
    expect(text).toMatch(/^ab\s+c\s+d$/);
  });

  it('give the text of what is no HTML', () => {
    expect(readPage('only words').text).toBe('only words');
    expect(readPage('<p>hi').text).toBe('hi');
  });
});
