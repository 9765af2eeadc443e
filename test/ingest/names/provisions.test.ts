import { describe, expect, it } from 'vitest';
import { linkText } from '../../../src/ingest/names/link-text.ts';
import { findMentions } from '../../../src/ingest/names/mentions.ts';
import { provisionsIn } from '../../../src/ingest/names/provisions.ts';
import { seedNames } from './seed-names.ts';

describe('what is cited after another law', () => {
  it('is not of that law where it says of which it is, though nobody knows that one', () => {
    const cited = (text: string) =>
      linkText({ title: '', text, language: 'nl' }, seedNames).instruments.map(({ provision }) => provision);
    expect(cited('Het EVRM, artikel 4 van het Grote Verdrag der Huizen, en meer.')).toEqual([undefined]);
    expect(cited('Het EVRM, artikel 4, en meer.')).toEqual(['art. 4']);
  });
});

describe('a law with a number', () => {
  it.each([
    ['it-dlgs-286-18', 'Il permesso previsto dall’art. 18 d.lgs. 286/98 è rilasciato.', 'it'],
    ['it-dlgs-286-18', 'Il permesso dell’articolo 18 del D.Lgs. n. 286/1998 è rilasciato.', 'it'],
    ['it-l108-2010', 'La legge n. 108/2010 la ratifica.', 'it'],
    ['ro-l678-2001', 'Potrivit Legii nr. 678 din 2001, ele au drepturi.', 'ro'],
    ['ro-l678-2001', 'Legea nr. 678 din 21 noiembrie 2001 o prevede.', 'ro'],
    ['md-241-2005', 'Prin Legea nr. 241/2005 se prevede.', 'ro'],
    ['fr-vigilance', 'La loi du 27 mars 2017 le prévoit.', 'fr'],
    ['pt-rcm-80-2018', 'A RCM n.º 80/2018, de 19 de junho, aprova o plano.', 'pt'],
    ['de-stgb-232', 'Nach §§ 232 ff. StGB ist das strafbar.', 'de'],
    ['es-cp-177bis', 'El artículo 177 bis del C.P. lo castiga.', 'es'],
    ['nl-sr-273f', 'Artikel 273f, eerste lid, Wetboek van Strafrecht.', 'nl'],
  ])('is known however it is cited: %s, %s', (id, text, language) =>
    expect(linkText({ title: '', text, language }, seedNames).instruments.map((link) => link.id)).toEqual([`instrument/${id}`]),
  ); // prettier-ignore

  it('is not known by another article of it, where only one stands in the catalogue', () => {
    const { instruments, unlisted } = linkText({ title: '', text: 'L’art. 22 del d.lgs. 286/98 è altro.', language: 'it' }, seedNames); // prettier-ignore
    expect([instruments, unlisted.instruments.map(({ name }) => name)]).toEqual([[], ['d.lgs. 286/98']]);
  });
});

describe('a provision', () => {
  it.each([
    ['Article 4 of the Charter', 'art. 4'],
    ['Articles 10–13 of the Convention', 'art. 10–13'],
    ['Articles 10 and 12', 'art. 10, 12'],
    ['article 10, paragraph 2', 'art. 10(2)'],
    ['Section 45 of the Act', 's. 45'],
    ['§ 104a Abs 3 StGB', '§ 104a(3)'],
    ['§§ 232, 233a StGB', '§ 232, 233a'],
    ['artículo 177 bis del Código Penal', 'art. 177 bis'],
    ['article 225-4-1 du code pénal', 'art. 225-4-1'],
    ['artikel 273f lid 1 Sr', 'art. 273f(1)'],
    ['art. 206 din Codul penal', 'art. 206'],
    ['articolul 16 alin. (2)', 'art. 16(2)'],
    ['art. 18 co. 3', 'art. 18(3)'],
    ['artigo 160.º do Código Penal', 'art. 160'],
    ['član 388 stav 2 KZ', 'art. 388(2)'],
    ['члан 41. став 2. тачка 7.', 'art. 41(2)(7)'],
    ['člana 388. stav 1. KZ', 'art. 388(1)'],
    ['§§ 232 ff. StGB', '§ 232'],
    ['§§ 232 bis 233a StGB', '§ 232–233a'],
    ['les articles 225-4-1 et suivants', 'art. 225-4-1'],
    ['art. 177 bis.1 del C.P.', 'art. 177 bis(1)'],
  ])('%s is %s', (text, form) => {
    const [provision, ...others] = provisionsIn(text);
    expect(provision?.form).toBe(form);
    expect(others).toEqual([]);
  });

  it.each(['an article of 4 pages', 'part 4', 'Kunstartikel 5 Euro', 'the article says 2018 was'])(
    'is none in: %s',
    (text) => {
      expect(provisionsIn(text)).toEqual([]);
    },
  );
});

describe('a provision of a code', () => {
  it.each([
    ['Strafbar nach § 104a Abs 3 Strafgesetzbuch.', 'de', 'instrument/at-stgb-104a'],
    ['§ 232 StGB', 'de', 'instrument/de-stgb-232'],
    ['incriminat prin art. 206 din Codul Penal', 'ro', 'instrument/md-cp-206'],
    ['el artículo 177 bis del Código Penal', 'es', 'instrument/es-cp-177bis'],
    ['article 225-4-1 du code pénal', 'fr', 'instrument/fr-cp-225-4-1'],
    ['artikel 273f van het Wetboek van Strafrecht', 'nl', 'instrument/nl-sr-273f'],
    ['član 388 Krivičnog zakonika', 'sr-Latn', 'instrument/rs-kz-388'],
    ['члан 388. КЗ', 'sr-Cyrl', 'instrument/rs-kz-388'],
    ['članak 106. Kaznenog zakona', 'hr', 'instrument/hr-kz-106'],
    ['Article 388 of the Criminal Code of Serbia', 'en', 'instrument/rs-kz-388'],
  ])('%s', (text, language, id) => {
    expect(findMentions(text, seedNames, { language }).map((mention) => mention.id)).toContain(id);
  });

  it('of a country that the text says nothing of is left alone', () => {
    expect(findMentions('Article 388 of the Criminal Code', seedNames, { language: 'en' })).toEqual([]);
    expect(findMentions('§ 25 Abs. 5 AufenthG', seedNames, { language: 'de' })).toEqual([]);
  });

  it('is each of those that are cited together', () => {
    const ids = findMentions('articolele 165 și 206 din Codul Penal', seedNames, { language: 'ro' }).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['instrument/md-cp-165', 'instrument/md-cp-206']);
  });
});

describe('the instruments of a text', () => {
  const instruments = (text: string, language = 'en') =>
    linkText({ title: '', text, language }, seedNames).instruments.map(({ id, provision }) => [
      id.slice(11),
      provision,
    ]);

  it('carry the provisions that are cited of them, before or behind their name', () => {
    expect(instruments('Article 4 of the Charter of Fundamental Rights of the European Union')).toEqual([
      ['eu-charter', 'art. 4'],
    ]);
    expect(instruments('degrading treatment (Charter of Fundamental Rights of the European Union, art. 4)')).toEqual([
      ['eu-charter', 'art. 4'],
    ]);
    expect(instruments('§ 104a Abs 3 Strafgesetzbuch und § 104a StGB', 'de')).toEqual([['at-stgb-104a', '§ 104a(3)']]);
    expect(instruments('član 26 Konvencije Saveta Evrope o borbi protiv trgovine ljudima', 'sr-Latn')).toEqual([
      ['cets-197', 'art. 26'],
    ]);
  });

  it('are conventions, protocols and recommendations of one number each', () => {
    expect(instruments('ILO Convention No. 182 and ILO Convention No. 29')).toEqual([
      ['ilo-c029', undefined],
      ['ilo-c182', undefined],
    ]);
    expect(instruments('ILO Recommendation No. 203')).toEqual([['ilo-r203', undefined]]);
  });

  it('are found beside the themes that are called the same', () => {
    const { instruments, themes } = linkText(
      { title: '', text: 'The EU Anti-Trafficking Strategy asks for more.', language: 'en' },
      seedNames,
    );
    expect([instruments.map(({ id }) => id), themes.map(({ id }) => id)]).toEqual([
      ['instrument/eu-strategy-2021'],
      ['theme/eu-policy'],
    ]);
  });

  it('are meant by short titles where only one of their sort is named', () => {
    const named = 'The Council of Europe Convention on Action against Trafficking in Human Beings is in force.';
    expect(
      instruments(`${named} Article 10(2) of the Convention asks for more, and Article 13 of the Convention.`),
    ).toEqual([['cets-197', 'art. 10(2), 13']]);
    expect(
      instruments(`${named} So is CEDAW. Article 10 of the Convention.`).map(([, provision]) => provision),
    ).toEqual([undefined, undefined]);
    expect(instruments(`${named} Article 3 of the Convention on something else.`)).toEqual([['cets-197', undefined]]);
  });

  it.each([
    ['en', 'the UN Trafficking Protocol'],
    ['de', 'wie es das UNO-Palermoprotokoll vorgibt'],
    ['fr', 'le Protocole de Palerme de l’Onu'],
    ['es', 'un año antes del Protocolo de Palermo'],
    ['nl', 'het Palermo-protocol'],
    ['ro', 'Protocolului de la Palermo'],
    ['it', 'il protocollo addizionale sul trafficking (Palermo 2000)'],
    ['pt', 'o Protocolo de Palermo'],
    ['sr-Latn', 'prema Palermskom protokolu'],
    ['sr-Cyrl', 'Протокол из Палерма'],
  ])('are known in %s: %s', (language, text) => {
    expect(instruments(text, language)).toEqual([['palermo-protocol', undefined]]);
  });
});
