import { describe, expect, it } from 'vitest';
import { readContent, readText } from '../../../src/ingest/page/read-page.ts';
import { contentNoteOf } from '../../../src/ingest/understand/content-note.ts';
import { findContents } from '../../../src/ingest/understand/contents.ts';
import { findEditions } from '../../../src/ingest/understand/editions.ts';
import { findIdentifiers } from '../../../src/ingest/understand/identifiers.ts';
import { masked, privately } from '../../../src/ingest/understand/private.ts';
import { findType } from '../../../src/ingest/understand/type.ts';

const prose = 'Those who work with survivors say what helped, and what they would do otherwise today.';
const pageOf = (title: string, lines: string[] = [], url?: string) =>
  readText([title, '', prose, ...lines].join('\n'), url);

describe('the sort of a work', () => {
  it.each<[title: string, lines: string[], url: string | undefined, type: string | undefined]>([
    ['Jahresbericht 2020', [], undefined, 'annual report'],
    ['Safe houses: a practical handbook', [], undefined, 'handbook'],
    ['Приручник за новинаре', [], undefined, 'handbook'],
    ['Οδηγός για τα σπίτια', [], undefined, 'guide'],
    ['Casas seguras', ['O relatório descreve as casas.'], undefined, 'report'],
    ['Veilige huizen', ['Soort', 'Rapport', 'Taal'], undefined, 'report'],
    ['Safe houses', ['Document type(s)', 'Policy paper,', 'Keywords'], undefined, 'policy paper'],
    ['New handbook on houses launched', [], 'https://a.example/news/new-handbook-on-houses-launched', 'news'],
    ['Nuevo manual para maestros', [], undefined, 'news'],
    ['LIGHT publishes a handbook on houses', [], undefined, 'news'],
    ['A handbook for new neighbours', [], undefined, 'handbook'],
    ['How clinics ask', ['MACON, Ga. — A nurse keeps three cards.'], undefined, 'news'],
    [
      'How rooms are let',
      [`BERLIN – ${prose} It is the third winter in which they wait for an answer.`],
      undefined,
      'news',
    ],
    ['What is known of rooms', ['ROOMS – Identification of those who sleep in them'], undefined, undefined],
    [
      'What is known of rooms',
      [
        `KLM – Keller, Lager und Möbel is a network of nine houses in four towns. ${prose}`,
        'KLM was founded by its houses.',
      ],
      undefined,
      undefined,
    ],
    ['Rooms', ['Masterscriptie'], undefined, 'thesis'],
    ['Rooms', ['Slide 1', 'Stay calm.'], undefined, 'presentation'],
    ['Studies and Reports', [], undefined, undefined],
    ['Safe houses', ['This toolkit was made in five towns.'], undefined, 'toolkit'],
    ['Safe houses', ['KOK sat down for a year. The report tells of five towns.'], undefined, 'report'],
    ['Safe houses', ['Das Faltblatt liegt aus.'], undefined, 'leaflet'],
    ['Safe houses', [], undefined, undefined],
  ])('of %s (%j)', (title, lines, url, type) => expect(findType(pageOf(title, lines, url))?.value).toBe(type));
});

describe('the sort that markup gives', () => {
  const typeOf = (title: string, head: string) =>
    findType(readContent(`<!doctype html><html><head>${head}</head><body><h1>${title}</h1><p>${prose}</p></body></html>`))?.value; // prettier-ignore

  it('is taken, but for a book that its title calls by a closer word', () => {
    const book = '<script type="application/ld+json">{"@type":"Book"}</script>';
    expect(typeOf('Safe houses', book)).toBe('book');
    expect(typeOf('Safe houses: a handbook', book)).toBe('handbook');
  });

  it('is an article of a post that tells of nothing else', () => {
    const post = '<script type="application/ld+json">{"@type":"BlogPosting"}</script>';
    expect(typeOf('Safe houses', post)).toBe('article');
    expect(typeOf('Safe houses', `${post}</head><body><p>The report tells of five towns.</p>`)).toBe('report');
  });

  it('is an article where a library says so, and not where Open Graph does, which says it of any page', () => {
    expect(typeOf('Safe houses', '<meta name="DC.type" content="article">')).toBe('article');
    expect(typeOf('Safe houses', '<meta property="og:type" content="article">')).toBeUndefined();
  });
});

describe('the identifiers of a work', () => {
  const found = (lines: string[]) => {
    const { doi, isbn } = findIdentifiers(pageOf('Safe houses', lines));
    return [doi?.value, isbn?.value];
  };

  it.each<[what: string, lines: string[], expected: (string | undefined)[]]>([
    ['are bare', ['DOI: https://doi.org/10.5555/ABC.1', 'ISBN 978-86-84889-12-8'], ['10.5555/abc.1', '9788684889128']],
    ['are on the line below their label', ['ISBN:', '', '9788684889128 (web pdf)'], [undefined, '9788684889128']],
    ['have digits that fit', ['ISBN 978-86-84889-12-1'], [undefined, undefined]],
    ['are not those of cited works', ['One', 'Two', 'Three', 'Four', 'Five', 'References', 'Doe: Houses. ISBN 978-86-84889-12-8, doi 10.5555/x.1'], [undefined, undefined]],
    ['are none where several works are cited in the text', [`See 10.5555/x.1 and 10.5555/x.2. ${prose}`], [undefined, undefined]],
    ['stand in its own citation', [`How to cite this: Doe (2018). Houses. ${prose} https://doi.org/10.5555/esj.9001`], ['10.5555/esj.9001', undefined]],
  ])('%s', (_, lines, expected) => expect(found(lines)).toEqual(expected)); // prettier-ignore
});

describe('other forms of a work', () => {
  it('are its earlier edition and its original', () => {
    expect(findEditions(pageOf('Safe Houses (Second edition)'))).toEqual({ editionOf: 'Safe Houses' });
    expect(findEditions(pageOf('Sichere Häuser', ['Originaltitel: Safe Houses']))).toEqual({ translationOf: 'Safe Houses' });
    expect(findEditions(pageOf('Sichere Häuser', ['Dies ist eine Übersetzung von „Safe Houses“.']))).toEqual({ translationOf: 'Safe Houses' });
    expect(findEditions(pageOf('Safe Houses', ['Titlu original: safe_houses_final.pdf']))).toEqual({});
  }); // prettier-ignore

  it('are the publications that a page lists, not one that it is about', () => {
    const list = [
      'Houses in Law and Practice',
      'ASTRA, Belgrade 2009, 88 pages.',
      'Ten Years of Houses',
      'ASTRA, Belgrade 2012.',
    ];
    expect(findContents(pageOf('What we have studied', list))).toEqual([
      { title: 'Houses in Law and Practice', date: '2009' },
      { title: 'Ten Years of Houses', date: '2012' },
    ]);
    expect(findContents(pageOf('What we have studied', list.slice(0, 2)))).toEqual([]);
  });
});

describe('what is kept private', () => {
  it('are addresses and telephone numbers, not dates and numbers of laws', () => {
    expect(masked('write to a.b@house.example or a.b [at] house.example')).toBe('write to [e-mail] or [e-mail]');
    expect(masked('call +381 11 785 0000 or tel. 900 000 000')).toBe('call [telephone] or [telephone]');
    for (const text of ['2011/36/EU', '978-86-84889-12-8', '2004-05-06 10:00', 'COM(2021)171', '10.5555/123456789'])
      expect(masked(text)).toBe(text);
  });

  it('is what stands around a value', () => {
    const place = { from: 'text' as const, text: 'by Ana Muster, a.b@house.example', start: 10, end: 42 };
    expect(privately({ value: 'Ana Muster', confidence: 1, place }).place).toEqual({ from: 'text', text: 'Ana Muster', start: 13, end: 23 }); // prettier-ignore
  });
});

describe('a content note', () => {
  it('is made for a text that tells of violence again and again, or warns of it itself', () => {
    expect(contentNoteOf('I had been beaten, my wrist was broken and there were burns. The man who raped me sat there.')).toBeDefined(); // prettier-ignore
    expect(contentNoteOf('Advertencia: este informe contiene descripciones de tortura.')).toBeDefined();
    expect(contentNoteOf('Nous avons été battues, enchaînées, brûlées et étranglées par ces hommes.')).toBeDefined();
  });

  it('is not made for laws and statistics', () => {
    expect(
      contentNoteOf('Rape and torture are offences. Who commits rape is punished; torture too (art. 3).'),
    ).toBeUndefined();
    expect(contentNoteOf(`${prose.repeat(60)} She was beaten.`)).toBeUndefined();
  });
});
