import { labelOf } from '../api/label.ts';
import type { CatalogueRecord } from '../model.ts';
import { translatedNames } from '../names.ts';
import { markup, type Html } from './html.ts';

/** The name of a record with the `lang` it is to be read out in. */
export function named(record: CatalogueRecord, language: string): Html {
  const text = labelOf(record, language);
  const spoken = languageOf(record, text, language);
  // `bdi`: a name from right to left leaves the order of what stands around it alone.
  return spoken === undefined ? markup`<bdi>${text}</bdi>` : markup`<bdi lang="${spoken}">${text}</bdi>`;
}

/** The language that a name of a record is in; undefined where the record does not say. */
export function languageOf(record: CatalogueRecord, text: string, wanted: string): string | undefined {
  if (record.kind === 'publication' && text === record.title) return record.language;
  const base = wanted.split('-')[0]!;
  const tags = Object.entries(translatedNames(record)).flatMap(([tag, label]) => (label === text ? tag : []));
  const spoken = tags.find((tag) => tag === wanted) ?? tags.find((tag) => tag.split('-')[0] === base);
  return spoken ?? tags.find((tag) => tag !== 'und');
}
