import type { CatalogueRecord, Labels } from '../model.ts';
import { oneLine } from './one-line.ts';

/** A text in JSON-LD, with its language where that is known. */
export type Text = string | { '@value': string; '@language': string };

/** Texts in one language each; `und` says that nobody knows which. */
export function textOf(value: string, language?: string): Text {
  const text = oneLine(value);
  return !language || language === 'und' ? text : { '@value': text, '@language': language };
}

/** Every text of a map by language. */
export const textsOf = (labels: Labels | undefined): Text[] =>
  Object.entries(labels ?? {}).map(([language, value]) => textOf(value, language));

/** All names of a record, its own first, each once. */
export function namesOf(record: CatalogueRecord): Text[] {
  switch (record.kind) {
    case 'publication':
      return distinct([textOf(record.title, record.language), ...textsOf(record.titles)]);
    case 'theme':
      return textsOf(record.prefLabel);
    case 'instrument':
      return distinct([textOf(record.title), ...textsOf(record.titles)]);
    case 'project':
      return [textOf(record.title)];
    case 'person':
      return [textOf(record.name)];
    default:
      return distinct([textOf(record.name), ...textsOf(record.names)]);
  }
}

/** Values without those that say the same as one before. */
export const distinct = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
