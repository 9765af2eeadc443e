import { describe, expect, it } from 'vitest';
import { readPage, readText } from '../../../src/ingest/page/read-page.ts';

const body = 'The text of the page, which says at some length what is in the guide and who may read it.';

describe('the cards of other pages in a text', () => {
  it.each<[what: string, lines: string[], titles: string[]]>([
    ['end in a teaser', ['On Ice', 'Why fish is cheap...Read More', '', 'On Debt', 'Who owes whom...Read More'], ['On Ice', 'On Debt']],
    ['have tags below, which are not of the next one', ['On Ice', '', 'Why...Read More', '', 'TAGS: Europe', 'On Debt', '', 'Who...Read More'], ['On Ice', 'On Debt']],
    ['have labels that are glued', ['On Ice', '', 'Why...Read More', '', 'On Debt', 'COVID-19 resourcesPublications', '', 'Who owes whom...'], ['On Ice', 'On Debt']],
    ['are lines below sorts of posts', ['post', '', 'page', '', 'attachment', '', 'wp_block', '', 'On Ice and Fish', 'Guidance'], ['On Ice and Fish']],
    ['are lines under such a heading', ['Similar documents', 'ЗАХТЕВ ЗА УПИС', '', 'On Debt and Law'], ['ЗАХТЕВ ЗА УПИС', 'On Debt and Law']],
    ['are put right where their letters were decoded wrongly', ['VerstÃ¤rkung der Rechte', 'Was gilt...Read More'], ['Verstärkung der Rechte']],
  ])('%s', (_, lines, titles) => {
    const page = readText(['The guide', '', body, '', ...lines].join('\n'));
    expect(page.cards).toEqual(titles);
    expect(page.text).toBe(body);
  }); // prettier-ignore
});

describe('the cards of other pages in HTML', () => {
  const read = (aside: string) =>
    readPage(`<html><body><main><h1>The guide</h1><p>${body}</p></main>${aside}</body></html>`);

  it.each([
    ['a list below a heading', '<section><h2>Articoli simili</h2><ul><li>A. B., <a>Il lavoro</a>, V. 5</li><li><a>La casa</a></li></ul></section>', ['Il lavoro', 'La casa']],
    ['a list below what else can be read', '<div><h3>Sie können auch lesen</h3><a>On Ice and Open Water</a></div>', ['On Ice and Open Water']],
    ['a list below what may be of interest', '<div><h3>Možda će vas zanimati i</h3><a>On Ice and Open Water</a></div>', ['On Ice and Open Water']],
    ['a list below what is connected', '<div><h3>Documents connexes</h3><a>On Ice and Open Water</a></div>', ['On Ice and Open Water']],
    ['a part that says so', '<div class="related-posts"><article><h4><a>On Ice</a></h4><p>Why…<a>Read More</a></p></article></div>', ['On Ice']],
    ['cards with a link to the rest', '<article><h3>On Ice</h3><a>Lees verder »</a></article><article><h3>On Debt</h3><a>Lees verder »</a></article>', ['On Ice', 'On Debt']],
  ])('are %s', (_, aside, titles) => {
    const page = read(aside);
    expect(page.cards).toEqual(titles);
    expect(page.text).not.toMatch(/Ice|lavoro/);
  }); // prettier-ignore

  it('are no files of the page itself, and no archive by months', () => {
    expect(read('<div class="related"><ul><li><a>guide_final.pdf (1 MB)</a></li></ul></div>').cards).toEqual([]);
    expect(read('<div><div>For Readers <a>For Authors</a></div><div><h2>Latest publications</h2></div></div>').cards).toEqual([]); // prettier-ignore
    expect(read('<section><h2>Archive</h2><ul><li><a>May 2018</a></li></ul></section>').cards).toEqual([]);
  });
});
