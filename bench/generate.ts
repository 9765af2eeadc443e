import type { CatalogueRecord, Publication } from '../src/model.ts';
import { createRandom, different } from './random.ts';
import { countryCodes, instrumentForms, languages, organisationForms, publicationTypes, words } from './vocabulary.ts';

const source = { url: 'https://example.org/generated', verified: false };
const instrumentCount = 60;
const themeCount = 120;

const ids = {
  country: (i: number) => `country/${countryCodes[i]}`,
  instrument: (i: number) => `instrument/l${padded(i, 3)}`,
  theme: (i: number) => `theme/t${padded(i, 3)}`,
  organisation: (i: number) => `organisation/o${padded(i, 7)}`,
  project: (i: number) => `project/j${padded(i, 7)}`,
  publication: (i: number) => `publication/p${padded(i, 8)}`,
};

/**
 * A catalogue of `size` publications with the skew of real ones, the same for the same seed: about 11 links each, the
 * top theme on about 40 % of them, countries, publishers and instruments by Zipf's law; 195 countries, 60 instruments,
 * 120 themes in two levels, one organisation per 50 publications and one project per 100.
 */
export function* generateRecords(size: number, seed: number): Generator<CatalogueRecord> {
  // The order of the draws makes the output: one draw moved changes every record behind it.
  const { fraction, between, zipf } = createRandom(seed);
  const drawWord = zipf(words.length, 0.7);
  const word = () => words[drawWord()]!;
  const phrase = (from: number, to: number) => Array.from({ length: between(from, to) }, word).join(' ');
  const organisationCount = Math.max(50, Math.round(0.02 * size));
  const projectCount = Math.max(5, Math.round(0.01 * size));
  const drawCountry = zipf(countryCodes.length, 1);
  const drawTheme = zipf(themeCount, 0.8);
  const drawOrganisation = zipf(organisationCount, 0.8);
  const drawInstrument = zipf(instrumentCount, 1);
  const drawProject = zipf(projectCount, 0.6);
  const exponential = (scale: number) => Math.floor(-Math.log(1 - fraction()) * scale);

  for (let i = 0; i < countryCodes.length; i++)
    yield { kind: 'country', id: ids.country(i), name: countryName(i), source };

  for (let i = 0; i < instrumentCount; i++) {
    const title = `${capital(word())} ${inTurn(instrumentForms, i)} on ${phrase(2, 3)} (${1930 + i})`;
    const parties = different(drawCountry, between(20, 90)).map((country) => ({
      country: ids.country(country),
      status: 'ratification',
    }));
    yield { kind: 'instrument', id: ids.instrument(i), title, type: 'treaty', parties, source };
  }

  const isTop = (i: number) => i % 10 === 0;
  const labels = Array.from({ length: themeCount }, (_, i) => (isTop(i) ? capital(phrase(2, 2)) : phrase(2, 3)));
  for (const [i, label] of labels.entries()) {
    const broader = isTop(i) ? [] : [ids.theme(i - (i % 10))];
    yield { kind: 'theme', id: ids.theme(i), prefLabel: { en: `${label} ${i}` }, broader, source };
  }

  for (let i = 0; i < organisationCount; i++) {
    const name = `${capital(phrase(2, 3))} ${inTurn(organisationForms, i)} ${i}`;
    yield { kind: 'organisation', id: ids.organisation(i), name, country: ids.country(drawCountry()), source };
  }

  for (let i = 0; i < projectCount; i++) {
    const title = `${capital(phrase(2, 3))} project ${i}`;
    const partners = different(drawOrganisation, between(2, 6)).map(ids.organisation);
    yield { kind: 'project', id: ids.project(i), title, partners, source };
  }

  for (let i = 0; i < size; i++) yield publication(i);

  function publication(i: number): Publication {
    const countries = different(drawCountry, between(1, 5));
    const year = 2026 - Math.min(35, exponential(8));
    return {
      kind: 'publication',
      id: ids.publication(i),
      title: capital(phrase(5, 10)) + (fraction() < 0.6 ? ` in ${countryName(countries[0]!)}` : ''),
      summary: `${capital(phrase(30, 70))}.`,
      language: languages[Math.min(languages.length - 1, exponential(1.5))],
      date: `${year}-${padded(between(1, 12), 2)}-${padded(between(1, 28), 2)}`,
      type: publicationTypes[between(0, publicationTypes.length - 1)],
      url: `https://example.org/pub/${i}`,
      publishers: different(drawOrganisation, between(1, 3)).map(ids.organisation),
      countries: countries.map(ids.country),
      instruments: different(drawInstrument, between(0, 4)).map(ids.instrument),
      themes: different(drawTheme, between(2, 6)).map(ids.theme),
      ...(fraction() < 0.3 ? { project: ids.project(drawProject()) } : {}),
      ...(i > 10 && fraction() < 0.1 ? { translationOf: ids.publication(between(0, i - 1)) } : {}),
      source,
    };
  }
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
const countryName = (i: number) => countryNames.of(countryCodes[i]!)!;
const inTurn = (forms: string[], i: number) => forms[i % forms.length]!;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const padded = (i: number, width: number) => String(i).padStart(width, '0');
