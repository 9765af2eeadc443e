import { describe, expect, it } from 'vitest';
import { createNames } from '../../../src/ingest/names/names.ts';
import { readContent, readText } from '../../../src/ingest/page/read-page.ts';
import { findAuthors, findPublishers } from '../../../src/ingest/understand/parties.ts';

const organisation = (id: string, website: string | undefined, ...texts: string[]) => ({ id: `organisation/${id}`, names: texts.map((text) => ({ text })), website }); // prettier-ignore
const names = createNames([
  organisation('osce', undefined, 'OSCE'),
  organisation('odihr', undefined, 'ODIHR', 'OSCE/ODIHR'),
  organisation('kok', 'https://www.kok.example/', 'KOK e.V.', 'KOK'),
  organisation('dimr', undefined, 'Deutsches Institut für Menschenrechte'),
  organisation('anitp', undefined, 'Agenția Națională împotriva Traficului de Persoane'),
]);
const prose = 'Those who work with survivors say what helped, and what they would do otherwise today.';
const pageOf = (lines: string[], url?: string) => readText(['The title of it', '', ...lines, prose].join('\n'), url);
const publishers = (lines: string[], url?: string, isDated = false) =>
  findPublishers(pageOf(lines, url), names, isDated).map(({ value }) => value);
const authors = (lines: string[]) => findAuthors(pageOf(lines), names).map(({ value }) => value);

describe('who published a work', () => {
  it.each<[what: string, lines: string[], found: string[]]>([
    ['stands in the download line', ['The title of it - Some Fund to End It, 2020 DOWNLOAD'], ['Some Fund to End It']],
    ['is several, parted by &', ['The title of it - OSCE & ODIHR, 2022 DOWNLOAD'], ['organisation/osce', 'organisation/odihr']],
    ['is one that the catalogue knows by a name with a stroke', ['The title of it - OSCE/ODIHR, 2004 DOWNLOAD'], ['organisation/odihr']],
    ['is one whose name has a comma and an and', ['Publisher: Ministry of Labour, Family and Social Affairs'], ['Ministry of Labour, Family and Social Affairs']],
    ['is labelled, on its line', ['Herausgeber: KOK e.V., Berlin 2021. Redaktion: Mira Muster'], ['organisation/kok']],
    ['is labelled, with who has helped', ['Herausgeber: KOK e.V., in Zusammenarbeit mit OSCE'], ['organisation/kok']],
    ['is labelled, with where it sits', ['Publisher: Some Fund to End It – 12 Harbour Street, 00100 Rome'], ['Some Fund to End It']],
    ['is labelled, on the next lines', ['Author/publisher', 'KOK e.V.', 'Availability'], ['organisation/kok']],
    ['is whom its own citation names', ['Referentie: Nationaal Bureau voor Huizen (2018). Huizen. Den Haag.'], ['Nationaal Bureau voor Huizen']],
    ['stands with the date', ['European Office for Houses, September 2016, 107 pages'], ['European Office for Houses']],
    ['stands on the lines of a cover', ['Agenția Națională', 'împotriva Traficului de', 'Persoane', 'CUPRINS'], ['organisation/anitp']],
    ['is told in a sentence', ['KOK e.V. und Deutsches Institut für Menschenrechte haben eine Handreichung verfasst.'], ['organisation/kok', 'organisation/dimr']],
    ['is told by several who publish', ['KOK e.V. und Deutsches Institut für Menschenrechte veröffentlichen eine Handreichung.'], ['organisation/kok', 'organisation/dimr']],
    ['is told by who publishes', ['La OSCE y ODIHR publican una guía.'], ['organisation/osce', 'organisation/odihr']],
    ['is told in a sentence of its own', ['Published by KOK e.V. in October 2020.'], ['organisation/kok']],
    ['is told of one whom nobody knows', ['Fundacja Otwarte Domy La Casa wydała poradnik dla konsulów.'], ['Fundacja Otwarte Domy La Casa']],
    ['is told in a sentence that goes on about the work', ['A report on five houses. Rooms are few in them. It was written by KOK e.V. in May.'], ['organisation/kok']],
    ['is not a line of a table', ['Field office: 3', 'Contents'], []],
    ['is the agency of a report', ['MADRID, 20 (EUROPA PRESS)'], ['Europa Press']],
    ['is whose this guide is', ['This guide by KOK e.V. tells of rooms.'], ['organisation/kok']],
    ['is whose the report is that a text begins with', ['Der Bericht des KOK e.V. erzählt von Räumen.'], ['organisation/kok']],
    ['is whose joint publication it is', ['Une publication conjointe de l’OSCE et de KOK.'], ['organisation/osce', 'organisation/kok']],
    ['is who made it, before the verb', ['Die Broschüre wurde vom KOK e.V. erstellt.'], ['organisation/kok']],
    ['is who presents its own', ['KOK e.V.’s new report tells of rooms.'], ['organisation/kok']],
    ['is whose it is, behind what it is called by', ['Ovaj izveštaj organizacije KOK opisuje sobe.'], ['organisation/kok']],
    ['is who made it, behind what it is', ['Priručnik je izradila organizacija KOK.'], ['organisation/kok']],
    ['is labelled in Hungarian', ['Kiadó: Nemzeti Példa Szervezet'], ['Nemzeti Példa Szervezet']],
    ['is labelled for all genders', ['Herausgeber*in', 'KOK e.V.'], ['organisation/kok']],
    ['is whose leaflet it is, before the participle', ['Das vom KOK e.V. herausgegebene Faltblatt erzählt von Räumen.'], ['organisation/kok']],
    ['is who tells what was found', ['KOK e.V. has published the findings of a year in five houses.'], ['organisation/kok']],
    ['is several, each known, with nothing but commas between', ['Author/publisher', 'KOK e.V., Deutsches Institut für Menschenrechte'], ['organisation/kok', 'organisation/dimr']],
    ['is who presented what is new', ['KOK e.V. presented a new publication on rooms.'], ['organisation/kok']],
    ['stands with its series and the date', ['KOK e.V., collection Les maisons, juin 2020'], ['organisation/kok']],
    ['stands at the end of its citation', ['Suggested citation: Sample, J. (2023) The title of it. Berlin: Some Fund to End It.'], ['Some Fund to End It']],
    ['is one whom nobody knows, behind by', ['A new briefing paper by the Harbour Street Foundation tells of rooms.'], ['Harbour Street Foundation']],
    ['is nobody whom a work is about, or who wrote it', ['This evaluation of KOK e.V. tells of rooms.', 'El informe, escrito por Ana Ejemplo Pérez, habla de casas.'], []],
    ['is nobody of several who wrote it', ['Le guide, rédigé par Claire Exemple et Jean Modèle, parle de maisons.'], []],
    ['is not whose other report it follows', ['As the 2019 report by KOK e.V. told, rooms are few.'], []],
    ['is not who is named in passing, or paid', ['The guide was paid for by KOK e.V. and is used by the OSCE.'], []],
  ])('%s', (_, lines, found) => expect(publishers(lines)).toEqual(found)); // prettier-ignore

  it('is told in a title', () => {
    const page = readText(`KOK publica un manual sobre casas\n\n${prose}`);
    expect(findPublishers(page, names, false).map(({ value }) => value)).toEqual(['organisation/kok']);
  });

  it('is the paper that an article is in, though it is called as a person could be', () => {
    const page = readContent(
      `<!doctype html><html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rooms","publisher":{"@type":"Organization","name":"Town Courier"}}</script></head><body><h1>Rooms</h1><p>${prose}</p></body></html>`,
    );
    expect(findPublishers(page, names, true).map(({ value }) => value)).toEqual(['Town Courier']);
  });

  it('is the owner of the site only of a page that is dated or a study or the like', () => {
    expect(publishers([], 'https://kok.example/a', true)).toEqual(['organisation/kok']);
    expect(publishers([], 'https://kok.example/a')).toEqual([]);
    expect(publishers([], 'https://library.kok.example/a', true)).toEqual([]);
  });

  it('is shown where it stands', () => {
    const page = pageOf(['Publisher: KOK e.V.']);
    const { place } = findPublishers(page, names, false)[0]!;
    expect(page.text.slice(place.start, place.end)).toBe('KOK e.V.');
  });
});

describe('who wrote a work', () => {
  it.each<[what: string, lines: string[], found: string[]]>([
    ['is labelled', ['Auteur', 'Xenia Muster'], ['Xenia Muster']],
    ['is a list up to an empty line', ['Coordonare:', 'Dan Ion', '', 'Autori', 'Mihai ŞERBAN', 'Ana-Maria TAMAŞ', '', 'Alte contribuții:', 'Irina DIN'], ['Mihai ŞERBAN', 'Ana-Maria TAMAŞ']],
    ['is no translator or reviewer', ['Autoare: Ana Exemplu, Doina Probă', 'Recenzent: Ion Model', 'Traducere: Vera Pildă'], ['Ana Exemplu', 'Doina Probă']],
    ['stands within a line of labels', ['Colofon Tekst: Jan Proef en Els de Wit Vormgeving: Studio Rood'], ['Jan Proef', 'Els de Wit']],
    ['stands in a by-line', ['di Emilio Esempi'], ['Emilio Esempi']],
    ['is a scholar below the title', ['Mihail MODEL, doctor în drept, lector (ORCID: 0000-0000-0000-0000)'], ['Mihail MODEL']],
    ['is a name that is turned', ['Authors: Muster, Claire'], ['Claire Muster']],
    ['is labelled for both', ['Autorinnen und Autoren: Petra Beispiel, Anna Muster'], ['Petra Beispiel', 'Anna Muster']],
    ['is labelled beside something else', ['Zürich, im Mai 2022 · Text: Petra Beispiel'], ['Petra Beispiel']],
    ['is labelled as of what', ['Autorzy poradnika: Anna Przykładowa'], ['Anna Przykładowa']],
    ['is told where a sentence begins', ['Rédigé par Claire Exemple et Jean Modèle, le guide parle de maisons.'], ['Claire Exemple', 'Jean Modèle']],
    ['is who asked the questions', ['Razgovarala: Ana Probić'], ['Ana Probić']],
    ['is labelled for all genders', ['Autor*innen: Petra Beispiel und Anna Muster'], ['Petra Beispiel', 'Anna Muster']],
    ['is labelled in Greek', ['Συγγραφείς: Μαρία Παράδειγμα, Νίκος Δείγμα'], ['Μαρία Παράδειγμα', 'Νίκος Δείγμα']],
    ['is who took care of it', ['A cura di Lucia Esempio e Marco Finto'], ['Lucia Esempio', 'Marco Finto']],
    ['is told in a sentence on the work', ['This report was written by Dr. Jane Sample and Peter Muster for KOK e.V.'], ['Jane Sample', 'Peter Muster']],
    ['is told before the verb', ['Die Studie wurde von Petra Beispiel und Anna Muster verfasst.'], ['Petra Beispiel', 'Anna Muster']],
    ['is called the author', ['The authors, Jane Sample and Peter Muster, spoke with many for this report.'], ['Jane Sample', 'Peter Muster']],
    ['has a biography', ['About the authors', 'Jane Sample is a lecturer in law.', 'Peter Muster works in Berlin.'], ['Jane Sample', 'Peter Muster']],
    ['has not translated, edited or introduced it', ['Translated by Jane Sample', 'Foreword by Peter Muster', 'The report was edited by Ana Ejemplo.', 'Speakers: Jane Sample, Peter Muster'], []],
    ['is a list of names that are turned', ['Auteur(s)', 'Voorbeeld, P.; Proef, A. van der'], ['P. Voorbeeld', 'A. van der Proef']],
    ['is told of what is at hand', ['Cette note a été rédigée par Claire Exemple et Jean Modèle, avec le concours de KOK.'], ['Claire Exemple', 'Jean Modèle']],
    ['is told where a long text ends', [`${prose}\n`.repeat(80), 'The report was written by Jane Sample.'], ['Jane Sample']],
    ['is labelled before who counted and drew', ['Rédaction : Claire Exemple, Ève Modèle. Statistiques : Luc Épreuve. Graphisme : Atelier Nord'], ['Claire Exemple', 'Ève Modèle']],
    ['is whom its citation turns', ['Zitiervorschlag: Muster, Petra / Beispiel, Anna (2022): The title of it. Berlin: KOK e.V.'], ['Petra Muster', 'Anna Beispiel']],
    ['is whom its citation shortens, as the page has the names', ['Jane Sample and Peter Van-Muster', 'How to cite', 'Sample, J. & Van-Muster, P. (2021). The title of it. Houses, 9(1), 2–4.'], ['Jane Sample', 'Peter Van-Muster']],
    ['is nobody where a citation shortens names that stand nowhere', ['Suggested citation: Sample, J. (2021). The title of it. Berlin: KOK e.V.'], []],
    ['is told behind another sentence', ['Priručnik je izradila KOK. Autorka priručnika je Ana Probić.'], ['Ana Probić']],
    ['is a person and no institution', ['The report was written by Harbour Street Trust.'], []],
    ['has initials, above the colophon', ['2 H.J. Proef Bureau voor Huizen S.R. van Muster N.N.D. Toets Colofon Den Haag'], ['H.J. Proef', 'S.R. van Muster', 'N.N.D. Toets']],
    ['is no account and no organisation', ['Author: admin', 'Autor: Super User', 'Author/publisher: KOK e.V.'], []],
    ['is nobody of the running text', ['Marta Muestra, coordinadora, said that Ana Ejemplo had come back.', 'Dan Ion was sentenced.'], []],
  ])('%s', (_, lines, found) => expect(authors(lines)).toEqual(found)); // prettier-ignore

  it('is whom the text names rather than who posted it', () => {
    const post = '{"@type":"BlogPosting","headline":"A title here","author":{"@type":"Person","name":"Nora Amt"}}';
    const page = (body: string) =>
      readContent(`<html><head><script type="application/ld+json">${post}</script></head><body><h1>A title here</h1><p>${body}</p></body></html>`); // prettier-ignore
    const authorsOf = (body: string) => findAuthors(page(body), names).map(({ value }) => value);
    expect(authorsOf(`${prose} The report was written by Jane Sample.`)).toEqual(['Jane Sample']);
    expect(authorsOf(prose)).toEqual(['Nora Amt']);
  });

  it('is whom markup for libraries names', () => {
    const page = readContent('<html><head><meta name="citation_author" content="Muster, Ada"></head><body><h1>A title here</h1></body></html>'); // prettier-ignore
    expect(findAuthors(page, names).map(({ value }) => value)).toEqual(['Ada Muster']);
  });
});
