import { describe, expect, it } from 'vitest';
import { languageTag } from '../../../src/ingest/page/language-tag.ts';
import { languageOf } from '../../../src/ingest/page/page-language.ts';

describe('the language of a short text', () => {
  it.each([
    ['en', 'Guide of Promising Practices'],
    ['en', 'How to prevent modern slavery'],
    ['en', 'Protecting people in a pandemic'],
    ['de', 'Menschenhandel und Ausbeutung in Deutschland'],
    ['de', 'Leitfaden für die Beratung von Betroffenen'],
    ['fr', 'La traite des êtres humains en France'],
    ['fr', 'Guide pour les professionnels de santé'],
    ['es', 'Guía para la identificación de víctimas'],
    ['es', 'Trata de personas en el sector agrícola'],
    ['nl', 'Zien en gezien worden van slachtoffers'],
    ['nl', 'Handreiking signalering mensenhandel voor gemeenten'],
    ['ro', 'Unele aspecte privind traficul de copii'],
    ['ro', 'Ghid pentru asistența victimelor traficului'],
    ['it', 'Asilo e tratta: il tango delle protezioni'],
    ['it', 'Linee guida per l’identificazione delle vittime'],
    ['pt', 'Manual para técnicos sobre vítimas de tráfico'],
    ['pt', 'Relatório sobre o tráfico de seres humanos'],
    ['sr-Latn', 'Trgovina ljudima u Srbiji: presek stanja'],
    ['sr-Cyrl', 'Приручник за заштиту жртава трговине људима'],
    ['sr-Cyrl', 'Законодавни и међународни правни оквир'],
    ['sv', 'Människohandel och exploatering av barn i Sverige'],
    ['nb', 'Hva er menneskehandel og hvordan blir ofre hjulpet'],
    ['da', 'Hvad er menneskehandel, og hvordan bliver ofre hjulpet'],
    ['pl', 'Handel ludźmi w Polsce: poradnik dla konsulów'],
    ['hu', 'Az emberkereskedelem elleni küzdelem'],
    ['sq', 'Trafikimi i qenieve njerëzore në Shqipëri'],
    ['cs', 'Obchodování s lidmi v České republice'],
    ['bg', 'Наръчник за учители по превенция на трафика на хора'],
    ['mk', 'Прирачник за заштита на жртвите на трговија со луѓе'],
    ['uk', 'Посібник щодо протидії торгівлі людьми'],
  ])('is %s: %s', (language, text) => expect(languageOf(text)).toBe(language));

  it('is open where it has no words of a language', () => {
    for (const text of ['', '2021', 'REST', 'ASTRA – GRETA', 'PDF 1.2 MB']) expect(languageOf(text)).toBeUndefined();
  });
});

describe('Serbian, Croatian, Bosnian and Montenegrin', () => {
  const ekavian = 'Deca žrtve trgovine ljudima imaju pravo na savet i zaštitu pre svega u mestu u kome žive.';
  const ijekavian = 'Djeca žrtve trgovine ljudima imaju pravo na savjet i zaštitu prije svega u mjestu u kome žive.';

  it.each([
    ['sr-Latn', ekavian, undefined, undefined],
    ['sr-Latn', ekavian, 'sr', 'https://example.rs/a'],
    [
      'hr',
      'Žrtve trgovanja ljudima također imaju pravo na sigurnost tijekom postupka i prije njega.',
      undefined,
      undefined,
    ],
    ['hr', ijekavian, undefined, 'https://example.hr/a'],
    ['hr', ijekavian, 'hr', undefined],
    ['bs', ijekavian, undefined, 'https://example.ba/a'],
    ['bs', 'Općina i kanton u Bosni i Hercegovini također imaju obaveze prema žrtvama.', undefined, undefined],
    ['cnr', ijekavian, undefined, 'https://example.me/a'],
    ['cnr', 'Žrtve u Crnoj Gori imaju pravo na bezbjednost i obavještenja tokom postupka.', undefined, undefined],
    ['sr-Latn', 'Projekat je podržala Evropska unija, a traje do kraja godine.', undefined, undefined],
    ['sr-Cyrl', 'Пројекат траје до краја године, а подржала га је Европска унија.', undefined, 'https://example.ba/a'],
  ])('is %s: %s', (language, text, declared, url) => expect(languageOf(text, { declared, url })).toBe(language));
});

describe('the language of a page', () => {
  const romanian =
    'Articolul descrie felul în care poliția și școlile colaborează atunci când un copil ar putea fi victimă a traficului.';
  const english =
    'The article describes how police, schools and guardians work together when a child may have been trafficked, and what the law asks of them. It closes with a form that is easy to fill in.';

  it('is not that of an abstract at its begin', () => {
    const page = `Publicație științifică\n${english}\nKeywords: child, school\nCuvinte-cheie: copil, școală\n${romanian}\n${romanian.repeat(3)}`;
    expect(languageOf(page, { title: 'Protecția copiilor victime: între lege și practică' })).toBe('ro');
  });

  it('is what the page declares, but not against its text', () => {
    expect(languageOf(romanian.repeat(2), { declared: 'en-US' })).toBe('ro');
    expect(languageOf('Report 2021', { declared: 'de-AT' })).toBe('de');
    expect(languageOf(english, { declared: 'en-GB' })).toBe('en');
    expect(languageOf(romanian, { declared: 'mo' })).toBe('ro');
  });
});

describe('a declared language', () => {
  it.each([
    ['en_US', 'en'], ['eng', 'en'], ['English', 'en'], ['ger', 'de'], ['fre', 'fr'], ['no', 'nb'], ['mo', 'ro'],
    ['sr-Latn-RS', 'sr-Latn'], ['sr_RS@latin', 'sr-Latn'], ['sr-Cyrl', 'sr-Cyrl'], ['sr', 'sr'], ['sh', 'sr-Latn'],
    ['cnr', 'cnr'], ['pt-BR', 'pt'], ['x-default', undefined], ['und', undefined], ['mul', undefined],
    ['language', undefined], ['', undefined], ['%lang%', undefined],
  ])('%s is %s', (written, tag) => expect(languageTag(written)).toBe(tag)); // prettier-ignore
});
