import { allNames, ownName } from '../names.ts';
import type { CatalogueRecord } from '../model.ts';
import { passageOf, placesOf, type Passage } from '../projection/passage.ts';

/** The passage of a record in which words stand, as HTML that is safe to show. */
export function snippetOf(record: CatalogueRecord, words: ReadonlySet<string>): string {
  const found = bestPassage(record, words);
  return found ? asHtml(found) : escape(ownName(record));
}

/** Of the summary; else of the name in which the most of the words stand. */
function bestPassage(record: CatalogueRecord, words: ReadonlySet<string>): Passage | null {
  const summary = record.kind === 'publication' && record.summary ? passageOf(record.summary, words) : null;
  if (summary) return summary;
  const names = allNames(record).flatMap((name) => passageOf(name, words) ?? []);
  return names.reduce<Passage | null>(
    (best, name) => (!best || name.places.length > best.places.length ? name : best),
    null,
  );
}

function asHtml({ text, places, isCut }: Passage): string {
  let html = isCut.before ? '… ' : '';
  let done = 0;
  for (const { start, end } of places) {
    html += `${escape(text.slice(done, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    done = end;
  }
  return `${html}${escape(text.slice(done))}${isCut.behind ? ' …' : ''}`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** The words of a record's names and summary that fold to one of these, as they are written, each once. */
export function wordsMatched(record: CatalogueRecord, words: ReadonlySet<string>): string[] {
  const texts = [...allNames(record), (record.kind === 'publication' && record.summary) || ''];
  return [...new Set(texts.flatMap((text) => placesOf(text, words).map(({ start, end }) => text.slice(start, end))))];
}
