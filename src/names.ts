import type { CatalogueRecord, Labels } from './model.ts';

/** The name a record is shown under when no language is asked for: as it stands on the work or in its own country. */
export function ownName(record: CatalogueRecord): string {
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

/** Its names by language, where it has several. */
export function translatedNames(record: CatalogueRecord): Labels {
  if (record.kind === 'theme') return record.prefLabel;
  if ('titles' in record && record.titles) return record.titles;
  if ('names' in record && record.names) return record.names;
  return {};
}

/** Everything a record is called, each once: its own name, those in other languages, other names, acronym, numbers of a law. */
export function allNames(record: CatalogueRecord): string[] {
  const names = [ownName(record), ...Object.values(translatedNames(record))];
  if (record.kind === 'theme') names.push(...Object.values(record.altLabel ?? {}).flat());
  if ('aliases' in record) names.push(...(record.aliases ?? []));
  if ('acronym' in record && record.acronym) names.push(record.acronym);
  if (record.kind === 'instrument') names.push(...(record.identifiers ?? []));
  return [...new Set(names)];
}
