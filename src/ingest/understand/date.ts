import { labelBefore } from '../dates/date-labels.ts';
import { numericOrder } from '../dates/numeric-order.ts';
import { readDate } from '../dates/read-date.ts';
import { datesIn, type Reading } from '../dates/written-dates.ts';
import { latestYear } from '../dates/calendar.ts';
import type { Found } from '../found.ts';
import type { PageText } from '../page/read-page.ts';
import { addressDate } from './address-date.ts';
import { datedLines } from './dated-lines.ts';
import { titleDate } from './title-date.ts';

const sureEnough = 0.4;

/**
 * When the work that a page is about was issued, or the page where it is news: ISO, cut to what is known; null where
 * nothing says it. Not what it covers, not an event it tells of, not when it was uploaded, changed or read. Dates behind
 * `until` (a year) are not believed.
 */
export function findDate(page: PageText, until = latestYear): Found | null {
  const { title, text, margin, url, metadata } = page;
  if (isListing(title, url)) return null;
  const order = numericOrder(`${margin}\n${text}`, page.language, url);
  const reading: Reading = { language: page.language, order };
  const lines = [
    ...datedLines(text, title, reading),
    ...datedLines(margin, title, reading, true).map(({ place: { text }, ...found }): Found => ({ ...found, place: { from: 'html', text } })), // prettier-ignore
  ];
  const viewer = isViewer(`${text}\n${margin}`) ? 0.45 : 1;
  const declared = metadata.dates.flatMap(({ value, confidence, place }): Found[] => {
    if (place.from === 'html' && isLabelled(place.text, reading)) return [];
    const read = readDate(value, reading);
    return read === undefined
      ? []
      : [{ value: read, confidence: place.from === 'citation' ? confidence : confidence * viewer, place }];
  });
  const candidates = [
    ...lines,
    ...declared,
    addressDate(url) ?? [],
    titleDate(title, url, reading) ?? [],
    wireDate(title, text) ?? wireDate(text, text) ?? [],
  ]
    .flat()
    .filter(({ value, confidence }) => confidence >= sureEnough && Number(value.slice(0, 4)) <= until)
    .sort((one, other) => other.confidence - one.confidence);
  const best = candidates[0];
  if (!best) return null;
  const finer = candidates.find(
    ({ value, confidence }) =>
      confidence >= best.confidence - 0.1 &&
      value.length > best.value.length &&
      value.slice(0, 4) === best.value.slice(0, 4) &&
      value.slice(0, best.value.length) <= best.value, // an article comes out before its issue
  );
  return finer ?? best;
}

/** Whether a page lists what was searched for: the dates on it are those of other pages. */
const isListing = (title: string, url = ''): boolean =>
  /[?&](?:s|q|search|query|keywords?)=/i.test(url) ||
  /^(?:you searched for|search results?|suchergebnis|ergebnisse der suche|résultats? (?:de|pour)|resultados? (?:de|para)|zoekresultaten|rezultate(?:le)? (?:căut|pentru)|risultati (?:della|di|per)|rezultati pretra|резултати претра|sökresultat|wyniki wyszuk)/iu.test(title); // prettier-ignore

/** Whether a page shows a document that somebody uploaded: the dates of such a page are those of the upload. Lower case first: patterns without case are many times as fast. */
const isViewer = (text: string): boolean =>
  /^(?:page|seite|pagina|página|strana|страна) 1 ?:|^(?:slide|folie) 1$|^category: documents$|\b(?:uploaded|hochgeladen|încărcat|incarcat|subido|caricato|carregado|enviado|téléversé|transféré|geüpload|otpremio|postavio)\s(?:by|von|de|da|por|par|door)\b|^(?:transcription|transcriptie|transkript|transcript|transcripción|trascrizione|transcrição)$/mu.test(text.slice(0, 20_000).toLowerCase()); // prettier-ignore

/** The year of a press agency's `MADRID, 20 (EUROPA PRESS)`: the one its text speaks of most, the latest of these. */
function wireDate(begin: string, text: string): Found | null {
  const line = /^\p{Lu}[\p{Lu} .'’/-]{2,40},\s*\d{1,2}\s*(?:\p{L}{3,5}\.?\s*)?\(\p{Lu}[\p{Lu}\d .'’/-]{1,30}\)/mu.exec(
    begin.slice(0, 2_000),
  );
  if (!line) return null;
  const years = datesIn(text.slice(0, 20_000)).map(({ value }) => value.slice(0, 4));
  const often = (year: string) => years.filter((other) => other === year).length;
  const year = years.sort((one, other) => often(other) - often(one) || Number(other) - Number(one))[0];
  if (year === undefined) return null;
  return { value: year, confidence: 0.5, place: { from: 'text', text: line[0] } };
}

/** Whether the text of a part that is marked as a date says that it is another one: `Updated 5 May 2021`. */
function isLabelled(text: string, reading: Reading): boolean {
  const [date] = datesIn(text, reading);
  return labelBefore(text.slice(0, date?.start ?? text.length))?.label === 'other';
}
