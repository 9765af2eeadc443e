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
