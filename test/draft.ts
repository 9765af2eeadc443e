import type { Draft, Evidence } from '../src/ingest/draft.ts';

/** One value that was read off a page, sure enough unless it is told how sure. */
export const evidence = (field: string, value: string, fields: Partial<Evidence> = {}): Evidence => ({
  field,
  value,
  confidence: 0.9,
  from: 'text',
  text: 'Serbia',
  start: 10,
  end: 16,
  ...fields,
});

/** What the ingestion reads off a page of ASTRA on residence permits in Serbia; sure, unless a test says otherwise. */
export const draft = (fields: Partial<Draft> = {}): Draft => ({
  file: 'https://astra.example.org/permits/',
  title: 'Residence permits for survivors: a handbook',
  date: '2023-04',
  language: 'en',
  publishers: ['organisation/astra'],
  authors: ['Jana Writer'],
  organisations: ['organisation/lefo'],
  countries: ['country/RS'],
  instruments: [{ id: 'instrument/convention', provision: 'Article 14' }],
  themes: ['theme/residence'],
  relatedTitles: ['Another page'],
  translations: [],
  urls: ['https://astra.example.org/permits/'],
  confidence: { title: 0.95, date: 0.9, language: 0.9, publishers: 0.9, countries: 0.9 },
  evidence: [
    evidence('publishers', 'organisation/astra', { from: 'json-ld', text: 'ASTRA', start: undefined, end: undefined }),
    evidence('countries', 'country/RS'),
    evidence('instruments', 'instrument/convention', { text: 'Article 14 of the Convention', start: 30, end: 58 }),
    evidence('themes', 'theme/residence', { from: 'title', text: 'Residence permits', start: 0, end: 17 }),
  ],
  open: [],
  ...fields,
});

/** The same with one country that is not sure: the rest may go in without it. */
export const partly = (fields: Partial<Draft> = {}): Draft => {
  const sure = draft(fields);
  const country = evidence('countries', 'country/AT', { confidence: 0.6, text: 'Austrian', start: 70, end: 78 });
  return { ...sure, countries: [...sure.countries, 'country/AT'], evidence: [...sure.evidence, country] };
};

/** The same with a date that is not sure either: all of it waits. */
export const doubtful = (fields: Partial<Draft> = {}): Draft => {
  const { confidence, ...rest } = partly(fields);
  return { ...rest, confidence: { ...confidence, date: 0.6 } };
};
