import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/ingest/page/read-page.ts';
import { findDate } from '../../../src/ingest/understand/date.ts';

const prose =
  'The paper looks at the way in which trafficked persons are given a permit, and asks what should be done about it.';
const dateOf = (content: string, url?: string) => findDate(readContent(content, url))?.value;
/** A page of text whose first line is its title. */
const said = (...lines: string[]) => dateOf(['A paper on the residence of victims', prose, ...lines, prose].join('\n'));
const html = (head: string, body = '', url?: string) =>
  dateOf(`<!doctype html><html><head>${head}</head><body><main><h1>A paper on residence</h1>${body}<p>${prose}</p><p>${prose.repeat(2)}</p></main></body></html>`, url); // prettier-ignore

describe('the date of issue', () => {
  it.each([
    // the line of a download
    ['2004', 'A paper on the residence of victims - OSCE/ODIHR, 2004 DOWNLOAD'],
    ['2022-02', '“Heavy metal”: From Mines to Goods, FIDH (International Federation), February 2022 DOWNLOAD'],
    ['2023', 'State of Exploitation in Maharashtra- Global Fund, 2023 DOWNLOAD PDF'],
    ['2019', 'Ein Leitfaden – Verein, 2019 Herunterladen (PDF, 2 MB)'],
    // labels
    ['2021-06-18', 'Публикувано на: 18.06.2021 г.'],
    ['2019-05-03', 'Zveřejněno 3. května 2019'],
    ['2021-03-05', 'Published: 5 March 2021'],
    ['2021-03-05', 'Published on Friday, March 5th, 2021 by Ana'],
    ['2016-10-17', 'Publication Date', 'Monday, 17 October, 2016', 'Section Publications'],
    ['2013', 'Document number', '2953', 'Date', '2013', 'Title', 'A paper'],
    ['2018-09', 'Date', 'Septembre 2018', 'Auteur / éditeur'],
    ['2021', 'Academic year: 2021'],
    ['2014', 'Year of publication: 2014'],
    ['2019-04-12', 'Veröffentlicht am 12. April 2019'],
    ['2016-03', 'Stand: März 2016'],
    ['2017-02-03', 'Report date: 3 February 2017'],
    // where and when
    ['2022-10-18', 'Paris, le 18 octobre 2022 – Les maisons ouvrent.'],
    ['2022-10-18', 'Berlin, den 18. Oktober 2022'],
    ['2022-10-18', 'Madrid, a 18 de octubre de 2022'],
    ['2012', 'Erscheinungsjahr: 2012'],
    ['2020-05-04', 'Publié le 4 mai 2020 | Mis à jour le 6 juin 2021'],
    ['2017', 'Année de publication : 2017'],
    ['2018-06-21', 'Fecha de publicación: 21/06/2018'],
    ['2015-01-30', 'Gepubliceerd op: 30 januari 2015'],
    ['2016', 'Jaar van uitgave: 2016'],
    ['2019-11-07', 'Data publicării: 07.11.2019'],
    ['2017-02-14', 'Pubblicato il 14 febbraio 2017'],
    ['2010', 'Data de publicação: 2010'],
    ['2021-10-18', 'Objavljeno: 18. oktobra 2021.'],
    ['2011', 'Година издања: 2011'],
    ['2020-02-12', 'Датум: 12.02.2020.'],
    ['2014-02-06', 'Erstellt: Donnerstag, 06. Februar 2014 15:11', 'Zuletzt aktualisiert: Montag, 12. Januar 2015'],
    ['2015-09-14', 'Opublikowano: 14 września 2015'],
    ['2018-11-28', 'Publicerad 28 november 2018'],
    ['2019-10-18', 'Publikuar më: 18 tetor 2019'],
    ['2017-07-30', 'Közzétéve: 2017. július 30.'],
    ['2019-06-05', 'Data: 5 iunie 2019'],
    ['2019-06-05', '| 5 juin 2019 | Actualités'],
    ['2006', 'Published in 2006 by the OSCE Office'],
    ['2019-06-05', 'Nieuws | 05-06-2019'],
    // datelines, also as a signature
    ['2019-03-28', 'Madrid, 28 de marzo de 2019. El proyecto cumple veinte años.'],
    ['2020-02-12', 'Beograd, 12. februar 2020. – Povodom dana predstavljen je priručnik.'],
    ['2016-07-30', 'GENEVA (30 July 2016) – Governments have to do more, an expert said.'],
    ['2021-01-25', '25 January 2021'],
    ['2018-05-03', 'Thursday, 3 May 2018, 10:32'],
    ['2018-05-03', '03.05.2018 | Pressemitteilung'],
    ['2018-05-03', 'By Ana Anić | 3 May 2018'],
    ['2019-10-18', 'Bucureşti, 18 octombrie 2019'],
    // title pages and imprints
    ['2016-03', 'Colofon', 'A paper on residence', 'Stichting FairWork', 'Maart 2016'],
    ['2019-07', 'International Centre for Migration Policy Development • jul 2019.'],
    ['2016-09', 'European Commission, September 2016, 107 pages'],
    ['2004', 'Spring 2004 · 32 pages · Dublin'],
    ['2013', '2. Auflage 2013, Herausgeber: Verein für Beispiele'],
    ['2017', 'Chișinău, 2017'],
    ['2018', 'Referentie: Nationaal Rapporteur (2018). A paper on the residence of victims. Den Haag'],
    ['2019', 'Predloženi citat: Healy, Claire (2019). Snaga da se nastavi dalje. Beč'],
    ['2013', 'KOK: „A paper on the residence of victims“ (2013)'],
    ['2021', 'Herausgeber: KOK e.V., Berlin 2021. Redaktion: Mira Beispiel.'],
    ['2019-12', 'Dit bericht is opgenomen in de nieuwsbrief van december 2019.'],
    ['2017-08-09', '"Службени гласник РС", број 77 од 9. августа 2017.'],
    ['2020', 'Rivista di studi, Vol. 7 N. 2 (2020)'],
  ])('is %s by: %s', (date, ...lines) => expect(said(...lines)).toBe(date));

  it.each([
    // what it covers
    ['Rapport annuel 2011'],
    ['Bericht des KOK e. V. 2020/2021'],
    ['RAPORT anual privind evoluția traficului de persoane în anul 2015'],
    ['August 2019 until March 2021: research, training and dissemination.'],
    ['Rađeno je od septembra 2021. do marta 2022. godine, kvantitativno i kvalitativno:'],
    ['Reporting period: 2013'],
    ['Entre 1999 y 2018, 1047 víctimas de 73 nacionalidades.'],
    // what happened, and what others did
    ['On 24 January 2022, the Office presented the second edition.'],
    ['El jueves, 24 de febrero de 2022, se presenta el informe.'],
    ['The Convention was adopted by the Committee of Ministers on 3 May 2005 and is in force since 1 February 2008.'],
    ['In May 2011, with Justiça Global, they issued “Brazil: How much are human rights worth?”'],
    ['The campaign was launched on 2 July 2010 in Prague.'],
    ['Save the date: 5 October 2018, 10:00 – 16:00'],
    ['May 10, 2023 @ 9:00 am - May 12, 2023 @ 4:00 pm'],
    ['Start: 10 May 2023'],
    ['Date: 12 May 2020', 'Time: 10:00', 'Venue: Vienna'],
    ['Handbook on X (2011)', 'Guide on Y (2013)', 'Manual on Z (2015)'],
    ['Opening for signature: Warsaw, 16/05/2005', 'Entry into force: 01/02/2008'],
    // what was done with the page
    ['Last updated: 12 January 2015'],
    ['Zuletzt aktualisiert am 12.1.2015'],
    ['Uploaded on 12 December 2019'],
    ['Încărcat pe 12 dec. 2019'],
    ['Abgerufen am 3. Mai 2017'],
    ['Accessed 3 May 2017'],
    // laws, numbers, footers
    ['Službeni glasnik RS, br. 85/2005, 88/2005 – ispr., 72/2009, 111/2009 i 121/2012'],
    ['Legea nr. 241-XVI din 20.10.2005 privind prevenirea traficului'],
    ['Signature | 13-06-2024 |', 'End of validity | 31-12-9999 |'],
    ['Council of Europe Convention and its Explanatory Report (Warsaw, 16.V.2005)'],
    ['Directive 2011/36/EU and Regulation (EU) 2024/1712'],
    ['© 2001-2009 Boletín. Optimizado para 800x600.'],
    ['Copyright © 2022 Open Library. All rights reserved.'],
    ['https://example.org/wp-content/uploads/2013/07/paper.pdf'],
    ['News 2008', 'News 2009'],
    ['2019', '2018', '2017'],
    ['+381 11 785 2015, 2,019 people, € 2010'],
  ])('is not told by: %s', (...lines) => expect(said(...lines)).toBeUndefined());

  it('is that of the work before that of the page, and that of the page before that of what it mentions', () => {
    const posted = '<meta property="article:published_time" content="2022-06-03T09:00:00Z">';
    expect(html(posted)).toBe('2022-06-03');
    expect(html(posted, '<p>A paper on residence - Example Trust, 2004 DOWNLOAD</p>')).toBe('2004');
    expect(html('<meta name="dcterms.date" content="2024-02-03">', '<dl><dt>Date</dt><dd>Septembre 2018</dd></dl>')).toBe('2018-09'); // prettier-ignore
    expect(html(posted, '<p>The handbook was published in Vienna in 2013 by a partner.</p>')).toBe('2022-06-03');
    expect(html('<meta name="citation_publication_date" content="2016/07"><meta name="citation_online_date" content="2016/03/09">', '<p>Published: 09 March 2016</p>')).toBe('2016-03-09'); // prettier-ignore
  });

  it('is what the structure of a page marks as a date, not that of other pages, comments or events', () => {
    expect(html('', '<time datetime="2021-03-14">14. März 2021</time>')).toBe('2021-03-14');
    expect(html('', '<span class="posted-on">14 March 2021</span>')).toBe('2021-03-14');
    expect(html('', '<div itemprop="datePublished" content="2021-03-14">lately</div>')).toBe('2021-03-14');
    expect(html('', '<time class="updated" datetime="2021-03-14">14.3.</time>')).toBeUndefined();
    expect(html('', '<aside><time datetime="2021-03-14">14.3.</time></aside>')).toBeUndefined();
    expect(html('', '<div class="related-posts"><time datetime="2021-03-14">14.3.</time></div>')).toBeUndefined();
    expect(html('', '<div class="event-details"><time datetime="2021-03-14">14.3.</time></div>')).toBeUndefined();
  });

  it('stands in the table cell beside or above the title of an old page', () => {
    const page = `<html><body><table><tr><td><font size=1>Madrid, 25 de noviembre de 2008</font></td></tr>
      <tr><td><font size=4><b>Presentan una guía</b></font></td></tr><tr><td><p>${prose.repeat(4)}</td></tr>
      <tr><td>© 2001-2009 Boletín</td></tr></table></body></html>`;
    expect(dateOf(page)).toBe('2008-11-25');
  });

  it('stands in an address, but not where files are uploaded to', () => {
    expect(html('', '', 'https://example.org/2019/03/28/a-paper/')).toBe('2019-03-28');
    expect(html('', '', 'https://example.org/2019/03/a-paper/')).toBe('2019-03');
    expect(html('', '', 'https://example.org/news/2019-03-28-a-paper')).toBe('2019-03-28');
    expect(html('', '', 'https://example.org/nr-2-2021/un-articol')).toBe('2021');
    expect(html('', '', 'https://example.org/resolucao-194-2024-de-24-de-dezembro')).toBe('2024-12-24');
    expect(html('', '', 'https://example.org/wp-content/uploads/2019/03/paper')).toBeUndefined();
    expect(html('', '', 'https://example.org/papers/2011/36/eu')).toBeUndefined();
    expect(html('', '', 'https://example.org/rapport-annuel-2011')).toBeUndefined();
  });

  it('closes a title as a month, or is the day of an act; a year in a title is what it is about', () => {
    const titled = (title: string) => dateOf(`${title}\n${prose}`);
    expect(titled('НАЛАЗИ ИСТРАЖИВАЊА У СРБИЈИ. Децембар 2014.')).toBe('2014-12');
    expect(titled('Newsletter – March 2016')).toBe('2016-03');
    expect(titled('Directive 2011/36/EU of the European Parliament and of the Council of 5 April 2011 on trafficking')).toBe('2011-04-05'); // prettier-ignore
    expect(titled('Lei n.º 60/2013, de 23 de agosto')).toBe('2013-08-23');
    expect(titled('194 víctimas de trata atendidas en 2018')).toBeUndefined();
    expect(titled('Raport anual privind traficul în 2015')).toBeUndefined();
    expect(titled('Trafficking in Persons Report 2019')).toBeUndefined();
  });

  it('of an agency’s report is the year its text speaks of', () => {
    expect(dateOf('MADRID, 20 (EUROPA PRESS)\nEn los cinco primeros meses de 2019 atendió a 55 mujeres, más que en 2018; en 2019 fueron 21 casos.')).toBe('2019'); // prettier-ignore
  });

  it('of a document that somebody uploaded is its own, not that of the upload', () => {
    const uploaded = '<meta property="article:published_time" content="2019-12-12">';
    expect(html(uploaded, '<p>Uploaded by ana_99</p>')).toBeUndefined();
    expect(html(uploaded, '<p>Page 1: Guide</p><p>Colofon</p><p>Maart 2016</p>')).toBe('2016-03');
  });

  it('of a list of results is none', () => {
    const results = '<h2>One</h2><p>12 May 2016</p><h2>Two</h2><p>2 April 2013</p>';
    expect(
      html('<title>You searched for residence</title>', results, 'https://example.org/?s=residence'),
    ).toBeUndefined();
  });

  it('is not in a future that whoever asks rules out', () => {
    const page = readContent(`A paper on residence\n${prose}\nPublished: 5 March 2031`);
    expect(findDate(page)?.value).toBe('2031-03-05');
    expect(findDate(page, 2026)).toBeNull();
  });

  it('tells where it stands', () => {
    const page = readContent(`A paper on residence\n${prose}\nPublished: 5 March 2021`);
    const { place } = findDate(page)!;
    expect(page.text.slice(place.start, place.end)).toBe('5 March 2021');
  });

  it.each([
    'Published: 2021\n',
    'City, 5 May 2021 - ',
    '(2013) ',
    '© 2013 Abc ',
    'A, 2013 DOWNLOAD\n',
    `${'x '.repeat(30)}2021\n`,
    'Date\n',
  ])('is looked for in time in step with the length of a text of %j', (piece) => {
    const begun = performance.now();
    findDate(readContent(`A title\n${piece.repeat(200_000 / piece.length)}`));
    expect(performance.now() - begun).toBeLessThan(10_000); // seconds, where the square would take minutes
  });
});
