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
  const base = language.split('-')[0]!;
  const tag = [language, base].find((wanted) => Object.hasOwn(labels, wanted));
  return labels[tag ?? Object.keys(labels).find((other) => other.split('-')[0] === base) ?? ''];
}
