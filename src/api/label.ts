import type { CatalogueRecord, Labels } from '../model.ts';

/** The name a record is shown under when no language is asked for: as it stands on the work or in its own country. */
function ownLabel(record: CatalogueRecord): string {
  switch (record.kind) {
    case 'publication':
    case 'instrument':
    case 'project':
      return record.title;
    case 'theme':
      return record.prefLabel.en ?? Object.values(record.prefLabel)[0]!;
    default:
      return record.name;
  }
}

/** The name of a record in a language: as asked, else the same language in another script or region, else its own. */
export function labelOf(record: CatalogueRecord, language?: string | null): string {
  if (!language || (record.kind === 'publication' && record.language === language)) return ownLabel(record);
  return inLanguage(translations(record), language) ?? ownLabel(record);
}

/** The name of a record in running text: its acronym, where it has one. */
export function shortLabelOf(record: CatalogueRecord, language?: string | null): string {
  return ('acronym' in record && record.acronym) || labelOf(record, language);
}

function translations(record: CatalogueRecord): Labels {
  if (record.kind === 'theme') return record.prefLabel;
  if ('titles' in record && record.titles) return record.titles;
  if ('names' in record && record.names) return record.names;
  return {};
}

function inLanguage(labels: Labels, language: string): string | undefined {
  const base = language.split('-')[0]!;
  const tag = [language, base].find((wanted) => Object.hasOwn(labels, wanted));
  return labels[tag ?? Object.keys(labels).find((other) => other.split('-')[0] === base) ?? ''];
}
