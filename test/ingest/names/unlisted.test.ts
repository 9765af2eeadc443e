import { describe, expect, it } from 'vitest';
import { linkText } from '../../../src/ingest/names/link-text.ts';
import { isAcronymOf } from '../../../src/ingest/names/unlisted-organisations.ts';
import { seedNames } from './seed-names.ts';

const unlisted = (text: string, language: string) => linkText({ title: '', text, language }, seedNames).unlisted;

it.each(['Aa-', 'A-', 'Aa’', 'Aa ', 'Aa of the '])('a text of %j alone is read in a moment', (unit) => {
  const began = performance.now();
  unlisted(unit.repeat(80_000 / unit.length), 'en');
  expect(performance.now() - began).toBeLessThan(1_500);
});

describe('an organisation that the catalogue does not have', () => {
  it.each([
    ['en', 'paid by the Northern Harbour Research Centre (NHRC).', ['Northern Harbour Research Centre']],
    ['en', 'says the Harbour Light Foundation today', ['Harbour Light Foundation']],
    ['en', 'a letter of DG Harbours and Maritime Light', ['DG Harbours and Maritime Light']],
    [
      'en',
      'informed the Ministry of Harbours and Social Policy and the police',
      ['Ministry of Harbours and Social Policy'],
    ],
    ['en', 'the National Harbour and Light Centre helps', ['National Harbour and Light Centre']],
    ['en', 'made possible by the Trust for Kiel.', ['Trust for Kiel']],
    ['fr', 'soutenu par la Ville de Kiel', ['Ville de Kiel']],
    ['de', 'mit der Stiftung „Erinnerung und Hafen“ verfasst', ['Stiftung „Erinnerung und Hafen“']],
    ['de', 'beraten von Hafenlicht Nord e.V. in Kiel', ['Hafenlicht Nord e.V.']],
    ['es', 'la Congregación de Religiosas del Puerto atendió', ['Congregación de Religiosas del Puerto']],
    ['pt', 'recomendações à Minas do Porto, S.A. e aos compradores', ['Porto, S.A.']],
    ['it', 'con l’Associazione Luce del Porto di notte', ['Associazione Luce del Porto']],
    ['ro', 'Asociația Lumina Portului a spus', ['Asociația Lumina Portului']],
    ['nl', 'een brief van Stichting Havenlicht aan', ['Stichting Havenlicht']],
    ['sr-Latn', 'Udruženje „Svetlo luke“ kaže', ['Udruženje „Svetlo luke“']],
  ])('%s: %s', (language, text, names) => {
    expect(unlisted(text, language).organisations.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['en', 'Jane Sampleton (JS) and Dr. Maria Muster spoke.'],
    ['en', 'The National Referral Mechanism (NRM) and the Modern Slavery Strategy (MSS).'],
    ['de', 'Anna Muster und Peter Beispiel sprachen über Menschenhandel in Kiel.'],
    ['es', 'Ana Prueba Ensayo, coordinadora de Sensibilización e Incidencia'],
    ['en', 'ASTRA – Anti Trafficking Action and La Strada International'],
  ])('is none in %s: %s', (language, text) => {
    expect(unlisted(text, language).organisations).toEqual([]);
  });

  it('has the letters of its acronym at the beginnings of its words', () => {
    expect(isAcronymOf('CenHTRO', 'Center on Human Trafficking Research and Outreach')).toBe(true);
    expect(isAcronymOf('JnT', 'Justiça nos Trilhos')).toBe(true);
    expect(isAcronymOf('ABC', 'Center on Human Trafficking')).toBe(false);
  });

  it('is given with where it stands', () => {
    const text = 'It was paid by the Harbour Light Foundation.';
    const [found] = unlisted(text, 'en').organisations;
    expect(text.slice(found!.evidence.start, found!.evidence.end)).toBe('Harbour Light Foundation');
  });
});

describe('a law that the catalogue does not have', () => {
  it.each([
    ['en', 'under the Immigration Act 2016 and Law No. 64/2009', ['Immigration Act 2016', 'Law No. 64/2009']],
    ['en', 'Directive 2008/115/EC and COM(2018) 777 final', ['Directive 2008/115/EC', 'COM(2018) 777 final']],
    ['de', 'nach § 3 Prostituiertenschutzgesetz', ['Prostituiertenschutzgesetz']],
    ['de', 'Hier greift das Hafenlichtgesetz.', ['Hafenlichtgesetz']],
    ['en', 'compares Article 999-d of the Criminal Code', ['Article 999-d of the Criminal Code']],
    ['fr', 'Le code de l’entrée dans les ports (Ceport) prévoit', ['code de l’entrée dans les ports']],
    ['fr', 'la loi n° 2016-444 du 13 avril 2016', ['loi n° 2016-444 du 13 avril 2016']],
    ['es', 'La Ley de Asilo y la Ley Orgánica 10/2022', ['Ley de Asilo', 'Ley Orgánica 10/2022']],
    ['pt', 'a Lei n.º 60/2013', ['Lei n.º 60/2013']],
    ['it', 'con L. 11 agosto 2003 n. 228', ['L. 11 agosto 2003 n. 228']],
    ['ro', 'Legea nr. 272/2004 și H.G. nr. 1216/2016', ['Legea nr. 272/2004', 'H.G. nr. 1216/2016']],
    ['nl', 'de Wet Regulering Sekswerk', ['Wet Regulering Sekswerk']],
    ['sr-Cyrl', 'Закон о социјалној заштити убраја', ['Закон о социјалној заштити']],
    ['sr-Latn', 'Važan je i Porodični zakon', ['Porodični zakon']],
    ['sr-Latn', 'Zakon o zabrani diskriminacije', ['Zakon o zabrani diskriminacije']],
    ['es', 'la Ley N° 263 de Bolivia', ['Ley N° 263']],
    ['bg', 'по Закона за защита на лицата', ['Закона за защита на лицата']],
    [
      'de',
      'nach § 999 StGB oder Artikel 998 des Strafgesetzbuches',
      ['§ 999 StGB', 'Artikel 998 des Strafgesetzbuches'],
    ],
    ['uk', 'за статтю 999 Кримінального кодексу України', ['статтю 999 Кримінального кодексу України']],
    ['pl', 'art. 999 § 22 Kodeksu karnego', ['art. 999 § 22 Kodeksu karnego']],
    ['es', 'Ley 12/1999, de 30 de octubre', ['Ley 12/1999, de 30 de octubre']],
    ['it', 'l’art. 999-bis c.p. vale', ['art. 999-bis c.p.']],
    ['hr', 'prema članku 999. stavku 1. Kaznenog zakona', ['članku 999. stavku 1. Kaznenog zakona']],
    ['nl', 'artikel 999quinquies van het Strafwetboek', ['artikel 999quinquies van het Strafwetboek']],
  ])('%s: %s', (language, text, names) => {
    expect(unlisted(text, language).instruments.map(({ name }) => name)).toEqual(names);
  });

  it('is none where the law is known, nor where a law is only spoken of', () => {
    expect(unlisted('Directive 2011/36/EU; Закон о странцима', 'sr-Cyrl').instruments).toEqual([]);
    expect(
      unlisted('The law says that an Act of Parliament and a directive of 2010 are needed.', 'en').instruments,
    ).toEqual([]);
  });

  it('takes no longer of a text that looks like nothing else', () => {
    const begun = performance.now();
    for (const part of ['A.A.A.A.', 'Aaaa Bbbb ', 'Zakon o nekoj ', 'Center of the and of the ', 'art. 4, 5, 6 and 8 '])
      linkText({ title: '', text: part.repeat(200_000 / part.length), language: 'sr-Latn' }, seedNames);
    expect(performance.now() - begun).toBeLessThan(30_000); // seconds, where a pattern that runs wild would take minutes
  });
});
