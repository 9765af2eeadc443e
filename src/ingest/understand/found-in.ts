import type { Found } from '../found.ts';
import type { PageText } from '../page/read-page.ts';

/** A value that was read off the title or the text of a page, with the place where `written` stands there. */
export function foundIn(page: PageText, value: string, written: string, confidence: number): Found {
  const inTitle = page.title.indexOf(written);
  const start = page.text.indexOf(written);
  const place = { text: written.slice(0, 200) };
  const sure = Math.round(confidence * 100) / 100;
  if (start >= 0)
    return { value, confidence: sure, place: { from: 'text', ...place, start, end: start + written.length } };
  if (inTitle >= 0) return { value, confidence: sure, place: { from: 'title', ...place, start: inTitle, end: inTitle + written.length } }; // prettier-ignore
  return { value, confidence: sure, place: { from: 'text', ...place } };
}
