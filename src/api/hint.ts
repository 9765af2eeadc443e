import type { CatalogueRecord } from '../model.ts';
import { allNames } from '../names.ts';
import { placesOf } from '../projection/passage.ts';
import { linked, type Context } from './context.ts';
import { labelOf, shortLabelOf } from './label.ts';

/**
 * What tells an entity from others of the same name, its parts apart by ` · `. Where the words that were written stand
 * in another of its names than in its label, that name comes first.
 */
export async function hintOf(
  context: Context,
  record: CatalogueRecord,
  label: string,
  words: ReadonlySet<string>,
  language?: string,
): Promise<string> {
  const parts = [otherName(record, label, words), ...(await factsOf(context, record, language))];
  return [...new Set(parts)].filter((part) => part && part !== label).join(' · ');
}

/** The name in which the most of the words stand, when it is not the label. */
function otherName(record: CatalogueRecord, label: string, words: ReadonlySet<string>): string | undefined {
  const count = (name: string) => placesOf(name, words).length;
  let best = label;
  for (const name of allNames(record)) if (count(name) > count(best)) best = name;
  return best === label ? undefined : best;
}

async function factsOf(context: Context, record: CatalogueRecord, language?: string): Promise<(string | undefined)[]> {
  const names = async (...args: [relation: Parameters<typeof linked>[2], direction?: 'in']) =>
    (await linked(context, record.id, ...args)).slice(0, 1).map((found) => shortLabelOf(found, language));
  switch (record.kind) {
    case 'publication':
      return [...(await names('PUBLISHED_BY')), record.date?.slice(0, 4), record.language];
    case 'organisation':
      return [record.acronym, record.type, ...(await names('BASED_IN'))];
    case 'instrument':
      return [record.identifiers?.[0], record.type, record.adopted?.slice(0, 4)];
    case 'theme':
      return (await linked(context, record.id, 'BROADER')).map((broader) => labelOf(broader, language));
    case 'project':
      return [record.acronym, ...(await names('COORDINATED_BY')), [record.start, record.end].map((date) => date?.slice(0, 4)).filter(Boolean).join('–')]; // prettier-ignore
    case 'person':
      return (await linked(context, record.id, 'AUTHORED_BY', 'in')).slice(0, 1).map((work) => labelOf(work, language));
    case 'country':
      return [record.id.slice('country/'.length)];
  }
}
