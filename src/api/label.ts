import type { CatalogueRecord, Labels } from '../model.ts';
import { ownName, translatedNames } from '../names.ts';
import { readLanguage } from './language.ts';

/**
 * The name of a record in a language: as asked, else the same language in another script or region, else its own. Throws
 * for what is no language tag.
 */
export function labelOf(record: CatalogueRecord, given?: string | null): string {
  const language = given ? readLanguage(given) : undefined;
  if (!language || (record.kind === 'publication' && record.language === language)) return ownName(record);
  return inLanguage(translatedNames(record), language) ?? ownName(record);
}

/** The name of a record in running text: its acronym, where it has one. */
export function shortLabelOf(record: CatalogueRecord, language?: string | null): string {
  return ('acronym' in record && record.acronym) || labelOf(record, language);
}

function inLanguage(labels: Labels, language: string): string | undefined {
  // From `sr-Latn-RS` by way of `sr-Latn` to `sr` (RFC 4647, 3.4): a reader's script is not lost with the region.
  for (let tag = language; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-'))))
    if (Object.hasOwn(labels, tag)) return labels[tag];
  const base = language.split('-')[0]!;
  return labels[Object.keys(labels).find((other) => other.split('-')[0] === base) ?? ''];
}
