import { describe, expect, it } from 'vitest';
import { linkText } from '../../../src/ingest/names/link-text.ts';
import { seedNames } from './seed-names.ts';

const countries = (text: string, language: string) =>
  linkText({ title: '', text, language }, seedNames).countries.map(({ id }) => id.slice(8));

describe('the country of a page that speaks of people', () => {
  it.each([
    ['DE', 'RO', 'Nach § 232 StGB wurden zwei rumänische Frauen gehört.', 'de'],
    ['GB', 'AL', 'Two Albanian women were heard under the Modern Slavery Act 2015.', 'en'],
  ])('is where the law is that it names, %s, before theirs, %s', (home, theirs, text, language) =>
    expect(countries(text, language)).toEqual([home, theirs]),
  );
});

describe('what people are called by their country', () => {
  it.each([
    ['CI', 'des femmes ivoiriennes', 'fr'],
    ['UA', 'des réfugiées ukrainiennes', 'fr'],
    ['BG', 'twee Bulgaarse vrouwen', 'nl'],
    ['NG', 'een Nigeriaanse vrouw', 'nl'],
    ['MD', 'două femei moldovene', 'ro'],
    ['NG', 'două femei nigeriene', 'ro'],
    ['ER', 'An Eritrean woman', 'en'],
    ['CM', 'eine Kamerunerin', 'de'],
    ['PY', 'mujeres paraguayas', 'es'],
  ])('is known in its forms: %s, %s', (code, text, language) => expect(countries(text, language)).toEqual([code]));
});

describe('a country in the forms of a language', () => {
  it.each([
    ['PL UA VN', 'Osoby z Ukrainy i Wietnamu, ofiary handlu ludźmi w Polsce, 2011/36/UE', 'pl'],
    ['HU AT', 'Az áldozatok Magyarországon és Ausztriában, 2011/36/EU', 'hu'],
    ['GR CY', 'Στην Ελλάδα και την Κύπρο, Οδηγία 2011/36/ΕΕ', 'el'],
    ['CZ SK UA', 'V České republice, na Slovensku a z Ukrajiny, 2011/36/EU', 'cs'],
    ['HR SI', 'U Hrvatskoj i Sloveniji, 2011/36/EU', 'hr'],
    ['BG DE', 'В България и Германия, Директива 2011/36/ЕС', 'bg'],
  ])('is known: %s', (codes, text, language) => {
    const { instruments, countries } = linkText({ title: '', text, language }, seedNames);
    expect(countries.map(({ id }) => id.slice(8)).sort()).toEqual(codes.split(' ').sort());
    expect(instruments.map(({ id }) => id)).toEqual(['instrument/dir-2011-36']);
  });
});

describe('the country where an organisation sits', () => {
  const text = 'Trafficking in human beings in Italy is told of here, and the laws of Italy.';
  it.each([
    'Publisher: La Strada International, Amsterdam, The Netherlands, 2014',
    'La Strada International, De Wittenstraat 25, 1052 AK Amsterdam, The Netherlands',
    'ASTRA, Beograd, Serbia; Proyecto Esperanza, Madrid, Spain.',
    'Jane Sample, University of Graz, Austria',
  ])('is not covered: %s', (line) => expect(countries(`${text}\n\n${line}`, 'en')).toEqual(['IT']));

  it('is what goes on behind a comma that ends another clause', () =>
    expect(countries(`According to UNICEF, Serbia has laws on trafficking in human beings.`, 'en')).toEqual(['RS']));
});
