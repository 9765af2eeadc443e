import { describe, expect, it } from 'vitest';
import type { CatalogueRecord, Source } from '../../../src/model.ts';
import { linkText } from '../../../src/ingest/names/link-text.ts';
import { findMentions } from '../../../src/ingest/names/mentions.ts';
import { namedEntity } from '../../../src/ingest/names/names-of.ts';
import { createNames, type NamedEntity } from '../../../src/ingest/names/names.ts';
import { seedNames } from './seed-names.ts';

const source: Source = { verified: false };
const country = (code: string, name: string, names: Record<string, string> = {}): CatalogueRecord => ({
  kind: 'country', id: `country/${code}`, name, names, source,
}); // prettier-ignore

const records: CatalogueRecord[] = [
  country('RS', 'Serbia', { de: 'Serbien', fr: 'Serbie', 'sr-Latn': 'Srbija', 'sr-Cyrl': 'Србија', nl: 'Servië' }),
  country('DE', 'Germany', { de: 'Deutschland', fr: 'Allemagne', es: 'Alemania' }),
  country('FR', 'France', { de: 'Frankreich', fr: 'France', es: 'Francia' }),
  country('ES', 'Spain', { es: 'España' }),
  country('GB', 'United Kingdom'),
  country('IE', 'Ireland'),
  country('GE', 'Georgia', { ro: 'Georgia' }),
  country('JO', 'Jordan'),
  country('TR', 'Türkiye'),
  country('NE', 'Niger', { fr: 'Niger' }),
  country('NG', 'Nigeria', { fr: 'Nigéria', es: 'Nigeria' }),
  country('GN', 'Guinea'),
  country('GW', 'Guinea-Bissau'),
  country('GQ', 'Equatorial Guinea'),
  { kind: 'organisation', id: 'organisation/light', name: 'LIGHT – Beratung für Betroffene', acronym: 'LIGHT', aliases: ['the Center'], type: 'NGO', country: 'country/DE', source },
  { kind: 'organisation', id: 'organisation/women', name: 'Žene za pravdu', aliases: ['Women for Justice'], source },
  { kind: 'organisation', id: 'organisation/rapporteur', name: 'Dutch Rapporteur', acronym: 'NRM', source },
  { kind: 'project', id: 'project/rest', title: 'Residence made Easy', acronym: 'REST', source },
  {
    kind: 'instrument', id: 'instrument/convention', title: 'Convention on Action against Trafficking', aliases: ['Convention', 'CAT'],
    identifiers: ['CETS 197'], source,
  },
  { kind: 'instrument', id: 'instrument/directive', title: 'Directive 2011/36/EU of the Council on trafficking', source },
  { kind: 'theme', id: 'theme/nrm', prefLabel: { en: 'National Referral Mechanism' }, altLabel: { und: ['NRM'] }, source },
  { kind: 'theme', id: 'theme/identification', prefLabel: { en: 'victim identification', 'sr-Latn': 'identifikacija žrtava' }, source },
  { kind: 'theme', id: 'theme/sexual', prefLabel: { de: 'sexuelle Ausbeutung', es: 'explotación sexual', fr: 'exploitation sexuelle / abus' }, source },
  { kind: 'theme', id: 'theme/women', prefLabel: { en: 'women', de: 'Frauen', nl: 'gen' }, source },
  { kind: 'theme', id: 'theme/prostitution', prefLabel: { de: 'Prostitution' }, source },
  { kind: 'theme', id: 'theme/plan', prefLabel: { en: 'national plan', de: 'Kinder' }, source },
  { kind: 'theme', id: 'theme/shelter', prefLabel: { nl: 'opvang', en: 'shelter' }, source },
  { kind: 'theme', id: 'theme/assistance', prefLabel: { nl: 'slachtofferhulp' }, altLabel: { nl: ['opvang'] }, source },
  { kind: 'theme', id: 'theme/trafficking-in-human-beings', prefLabel: { en: 'human trafficking' }, source },
  { kind: 'person', id: 'person/jane', name: 'Jane Doe', source },
]; // prettier-ignore
const names = createNames(records.map(namedEntity));

const idsIn = (text: string, language?: string) =>
  findMentions(text, names, { language }).map(({ id, candidates }) => id ?? candidates!.join('|'));

describe('finding names', () => {
  it('gives the place of each in the text, soft hyphens and all', () => {
    const text = 'A report on the Ger\u00ADmany of today, by Women for Justice.';
    const [land, women] = findMentions(text, names, { language: 'en' });
    expect(land).toMatchObject({ id: 'country/DE', text: 'Ger\u00ADmany', start: text.indexOf('Ger') });
    expect(text.slice(women!.start, women!.end)).toBe('Women for Justice');
  });

  it('folds case, marks and Serbian Cyrillic, and knows cases, genders and plurals', () => {
    expect(idsIn('Жене за правду у Србији', 'sr-Cyrl')).toEqual(['organisation/women', 'country/RS']);
    expect(idsIn('ZENE ZA PRAVDU iz Srbije', 'sr-Latn')).toEqual(['organisation/women', 'country/RS']);
    expect(idsIn('Identifikacije žrtava u srpskim sudovima', 'sr-Latn')).toEqual([
      'theme/identification',
      'country/RS',
    ]);
    expect(idsIn('ima preliminarnu identifikaciju žrtava', 'sr-Latn')).toEqual(['theme/identification']);
    expect(idsIn('mit Kindern', 'de')).toEqual(['theme/plan']);
    expect(idsIn('Formen sexueller Ausbeutung in serbischen Städten', 'de')).toEqual(['theme/sexual', 'country/RS']);
    expect(idsIn('l’exploitation sexuelle des femmes nigérianes', 'fr')).toEqual(['theme/sexual', 'country/NG']);
    expect(idsIn('mujeres nigerianas en España', 'es')).toEqual(['country/NG', 'country/ES']);
    expect(idsIn('the identification of victims', 'en')).toEqual(['theme/identification']);
    expect(idsIn('identifying victims', 'en')).toEqual(['theme/identification']);
  });

  it('knows names of organisations in their cases, and long ones of laws in small letters', () => {
    const some = createNames([
      { id: 'organisation/dimr', names: [{ text: 'Deutsches Institut für Menschenrechte' }] },
      { id: 'organisation/mi', names: [{ text: 'Ministerstwo Spraw Wewnętrznych', language: 'pl' }] },
      { id: 'instrument/cets', names: [{ text: 'Convention du Conseil sur la lutte contre la traite' }] },
    ]);
    const idsOf = (text: string, language: string) => findMentions(text, some, { language }).map(({ id }) => id);
    expect(idsOf('im Auftrag des Deutschen Instituts für Menschenrechte', 'de')).toEqual(['organisation/dimr']);
    expect(idsOf('na zlecenie Ministerstwa Spraw Wewnętrznych', 'pl')).toEqual(['organisation/mi']);
    expect(idsOf('l’article 14 de la convention du Conseil sur la lutte contre la traite', 'fr')).toEqual([
      'instrument/cets',
    ]);
    expect(idsOf('des deutschen Instituts für Menschenrechte im Ausland', 'fr')).toEqual([]);
  });

  it('takes the longest name, by whole words', () => {
    expect(idsIn('Equatorial Guinea and Guinea-Bissau, then Guinea', 'en')).toEqual([
      'country/GQ',
      'country/GW',
      'country/GN',
    ]);
    expect(idsIn('Niger and Nigeria', 'en')).toEqual(['country/NE', 'country/NG']);
    expect(idsIn('Northern Ireland and Ireland', 'en')).toEqual(['country/GB', 'country/IE']);
  });

  it('knows the theme that a German or Dutch compound ends with', () => {
    expect(idsIn('Zwangsprostituierte und Zwangsprostitution', 'de')).toEqual(['theme/prostitution']);
    expect(idsIn('Zwangsprostitution', 'en')).toEqual([]);
  });

  it('reads no name across the end of a sentence or a blank line', () => {
    expect(idsIn('They are women. For justice they wait.', 'en')).toEqual(['theme/women']);
    expect(idsIn('Equatorial\n\nGuinea', 'en')).toEqual(['country/GN']);
  });

  it('knows laws by their numbers', () => {
    expect(idsIn('Council of Europe Treaty Series No. 197; Richtlinie 2011/36/EG; EU/2011/36')).toEqual([
      'instrument/convention',
      'instrument/directive',
      'instrument/directive',
    ]);
  });

  it('takes acronyms that are words only as they are written, and never general names', () => {
    expect(idsIn('The REST project ended; the rest of it, Rest assured, is about a cat.', 'en')).toEqual([
      'project/rest',
    ]);
    expect(idsIn('NOW READ THE REST OF IT', 'en')).toEqual([]);
    expect(idsIn('Light came into the Center, under the Convention.', 'en')).toEqual([]);
    expect(idsIn('A plan of national size, the national plan', 'en')).toEqual(['theme/plan']);
    expect(idsIn('Jane Doe', 'en')).toEqual([]);
  });

  it('takes a word of another language only where that is the language of the text', () => {
    expect(idsIn('the gen of it', 'en')).toEqual([]);
    expect(idsIn('de gen', 'nl')).toEqual(['theme/women']);
  });

  it('leaves a name of several open, unless one of them is named in full', () => {
    expect(idsIn('The NRM said so.', 'en')).toEqual(['organisation/rapporteur|theme/nrm']);
    expect(idsIn('The National Referral Mechanism, or NRM', 'en')).toEqual(['theme/nrm', 'theme/nrm']);
    expect(idsIn('Several NRMs', 'en')).toEqual(['theme/nrm']);
  });

  it('hears each theme in words for several, unless one of them is named otherwise too', () => {
    expect(idsIn('opvang', 'nl')).toEqual(['theme/shelter', 'theme/assistance']);
    expect(idsIn('slachtofferhulp en opvang', 'nl')).toEqual(['theme/assistance', 'theme/assistance']);
  });
});

describe('namesakes of countries', () => {
  it.each([
    ['Michael Jordan and Jordan Smith', []],
    ['Refugees in Jordan and Georgia', ['country/JO', 'country/GE']],
    ['Atlanta, Georgia', []],
    ['the University of Georgia', []],
    ['a turkey, and a Guinea pig', []],
    ['Turkey and its neighbours', ['country/TR']],
    ['the Niger Delta in Nigeria', ['country/NG']],
    ['Clinics across Georgia and Alabama', []],
    ['at Turkey Creek, near Lebanon, Tenn.', []],
  ])('%s', (text, ids) => {
    expect(idsIn(text, 'en')).toEqual(ids);
  });

  it('are the languages too that a page is available in', () => {
    expect(idsIn('Available in French, German and Spanish.', 'en')).toEqual([]);
    expect(idsIn('German version', 'en')).toEqual([]);
    expect(idsIn('in German courts, and French law', 'en')).toEqual(['country/DE', 'country/FR']);
    expect(idsIn('Auf Französisch erhältlich. Die deutsche Fassung folgt.', 'de')).toEqual([]);
  });
});

describe('linking a text', () => {
  const ids = (links: { id: string }[]) => links.map(({ id }) => id);

  it('puts what the title names first, with its place and what makes it sure', () => {
    const { countries } = linkText({ title: 'Frauen in Serbien', text: 'Auch in Deutschland.', language: 'de' }, names);
    expect(ids(countries)).toEqual(['country/RS', 'country/DE']);
    expect(countries[0]!.evidence).toEqual({ in: 'title', text: 'Serbien', start: 10, end: 17 });
    expect(countries[0]!.confidence).toBeGreaterThan(countries[1]!.confidence);
  });

  it('tells the countries that a long text covers from those it merely mentions', () => {
    const text = `${'What was found in Serbia is told here at length, with many words more. '.repeat(60)} As in France.`;
    expect(ids(linkText({ title: 'A report', text, language: 'en' }, names).countries)).toEqual(['country/RS']);
  });

  it('takes the country of an organisation where none is named', () => {
    const { countries } = linkText({ title: 'Report', text: 'A report by LIGHT on work.', language: 'en' }, names);
    expect(countries).toMatchObject([{ id: 'country/DE', evidence: { text: 'LIGHT' } }]);
    expect(countries[0]!.confidence).toBeLessThan(0.5);
  });

  it('gives the subject of every page as a theme only where there is no other', () => {
    const themesOf = (text: string) => ids(linkText({ title: '', text, language: 'en' }, names).themes);
    expect(themesOf('Human trafficking. Human trafficking of women.')).toEqual(['theme/women']);
    expect(themesOf('Human trafficking.')).toEqual(['theme/trafficking-in-human-beings']);
  });

  it('takes no theme from an address', () => {
    const text =
      'Shelter: https://example.org/women, info@women.example, women@example.org, www.human-trafficking.example';
    expect(ids(linkText({ title: '', text, language: 'en' }, names).themes)).toEqual(['theme/shelter']);
  });

  it('leaves out a theme that has but a small share in what the page speaks of', () => {
    const themesOf = (text: string) =>
      ids(linkText({ title: 'Shelter and victim identification', text, language: 'en' }, names).themes);
    expect(themesOf('Shelter for women. Women ask for it.')).toContain('theme/women');
    expect(themesOf(`${'Shelter and victim identification. '.repeat(50)} Women.`)).not.toContain('theme/women');
  });

  it('leaves a name of several open, unless a country beside it tells which one is meant', () => {
    const read = (text: string) => linkText({ title: '', text, language: 'en' }, names);
    expect(read('The NRM said so.').open).toEqual([
      {
        field: 'organisations',
        candidates: ['organisation/rapporteur', 'theme/nrm'],
        evidence: { in: 'text', text: 'NRM', start: 4, end: 7 },
      },
    ]);
    expect(read('National Referral Mechanism (NRM)').open).toEqual([]);
    const seeded = linkText({ title: '', text: 'with La Strada in Moldova', language: 'en' }, seedNames);
    expect(ids(seeded.organisations)).toEqual(['organisation/la-strada-moldova']);
    expect(linkText({ title: '', text: 'with La Strada', language: 'en' }, seedNames).open).toHaveLength(1);
  });

  it('takes no organisation for one that only says whose a law is', () => {
    const text = 'Directive (EU) 2024/1712 of the European Parliament; Convention du Conseil de l’Europe de 2005';
    expect(linkText({ title: '', text, language: 'fr' }, seedNames).organisations).toEqual([]);
  });

  it.each([
    ['sr-Latn', 'Krivična dela i kazne', 'https://primer.rs/zakoni', ['country/RS']],
    ['nl', 'Slachtoffers', 'https://voorbeeld.nl/', ['country/NL']],
    ['en', 'Victims', 'https://example.rs/', []],
    ['de', 'Betroffene', 'https://beispiel.me/', []],
    ['sr-Latn', 'U Nemačkoj', 'https://primer.rs/', ['country/DE']],
  ])(
    'reads off the address of a page in %s that names no country which it covers: %s',
    (language, text, url, found) => {
      expect(ids(linkText({ title: '', text, language, url }, seedNames).countries)).toEqual(found);
    },
  );

  it('finds nothing in nothing', () => {
    const none = { countries: [], themes: [], instruments: [], organisations: [], projects: [] };
    const nothing = { ...none, unlisted: { instruments: [], organisations: [] }, open: [] };
    expect(linkText({ title: '', text: '' }, names)).toEqual(nothing);
  });
});

describe('a hundred thousand names', () => {
  const many: NamedEntity[] = Array.from({ length: 100_000 }, (_, at) => ({
    id: `organisation/${at}`,
    names: [{ text: `House ${(at * 7919) % 100_003} for the Rights of Workers` }],
  }));
  const same = many.map(({ id }) => ({ id, names: [{ text: 'House of One Name' }] }));

  it('are gathered and found in a megabyte of text in a moment', () => {
    const begun = performance.now();
    const gathered = createNames([...many, ...same]);
    const text = 'In House 7919 for the Rights of Workers they spoke of much else, and then went home again. '.repeat(
      11_000,
    );
    expect(findMentions(text, gathered)).toHaveLength(11_000);
    expect(findMentions('House of One Name. '.repeat(1_000), gathered)).toHaveLength(1_000);
    expect(performance.now() - begun).toBeLessThan(15_000); // seconds, where a regression would take minutes
  });
});

describe('a country that is named in passing', () => {
  const covered = (text: string, language = 'en') =>
    linkText({ title: '', text, language }, names).countries.map(({ id }) => id);

  it.each([
    ['en', 'In Serbia 41 workers were heard. Most came from Germany and Spain.'],
    ['de', 'In Serbien wurden 41 Menschen gehört. Sie kamen unter anderem aus Deutschland und Spanien.'],
    ['en', 'The houses of Serbia are full. A comparison with Germany is left for later.'],
    ['en', 'The houses of Serbia are full, also of workers recruited from Germany and Spain.'],
    ['es', 'Las casas de Serbia tienen 120 solicitantes de Alemania y España.'],
    ['nl', 'De huizen in Servië zijn vol, ook met deelnemers uit Germany.'],
    ['en', 'The houses of Serbia are full, unlike Germany.'],
    ['de', 'Anders als in Deutschland sind die Häuser Serbiens voll. Serbien hat wenige.'],
    ['es', 'Las casas de Serbia están llenas, también la de la calle Alemania.'],
  ])('is whence people are, what is held beside it, or a street: %s: %s', (language, text) => {
    expect(covered(text, language)).toEqual(['country/RS']);
  });

  it('is named once and alone where another is named again', () => {
    const again = 'Houses in Serbia are full. Serbia has few of them, as was said in the spring of that year by many.';
    expect(covered(`${again} Rooms were seen in Spain.`)).toEqual(['country/RS']);
    expect(covered(`${again} Rooms were seen in Spain, Germany.`)).toHaveLength(3);
    expect(covered('Houses in Serbia are full. Rooms were seen, and that is how it has been said by many, in Spain.')).toHaveLength(2); // prettier-ignore
  });

  it('is what a page is about where there is no other', () => {
    expect(covered('The examples came from Germany and Spain.')).toHaveLength(2);
  });

  it('is an item of a menu, unless its heading says what it is', () => {
    expect(covered('Home\nSerbia\nGermany\nSpain\nWomen speak of what they found in Ireland.')).toEqual(['country/IE']);
    expect(covered('Countries:\nSerbia\nGermany\nSpain')).toHaveLength(3);
    expect(covered('Countries covered are two.\nSerbia\nGermany')).toHaveLength(2);
  });

  it('is the seat of one of several who signed', () => {
    const signed = 'LIGHT (Germany)\nŽene za pravdu (Serbia)\nWomen for Justice (Spain)';
    expect(covered(`Women in Ireland wait for years.\n${signed}`)).toEqual(['country/IE']);
    expect(covered('Women in Ireland were heard by LIGHT (Germany).')).toHaveLength(2);
  });

  it('is one whose language it is written in, or which lies beside the one that it covers', () => {
    expect(covered('Studie über Frauen in Spanien und Serbien.', 'de')).toContain('country/RS');
    expect(covered('The towns of Serbia that border on Germany and Spain.')).toEqual(['country/RS']);
    expect(covered('The guide to Serbia is out in five languages: for readers of Germany, of Spain.')).toEqual([
      'country/RS',
    ]);
  });
});
