import { foldText } from '../src/fold.ts';
import type { Draft } from '../src/ingest/draft.ts';
import type { Names } from '../src/ingest/names/names.ts';
import { isSame, isSamePart, isSamePerson } from './same-name.ts';
import type { Expected, JudgedPage } from './pages.ts';

/** What was found of what is there: right, wrong (found, not there), missed. A page with nothing to find and nothing found is right. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
  /** `page: field: -missed +wrong` for a person who looks for the cause. */
  faults: string[];
}

/** Fields that are one value, by how often it is right; the others are lists, by precision and recall. */
export const single = ['title', 'year', 'date', 'language', 'type', 'doi', 'isbn', 'contentNote'] as const;
export const several = ['publishers', 'authors', 'countries', 'organisations', 'instruments', 'provisions', 'projects', 'themes', 'relatedTitles'] as const; // prettier-ignore
export type Field = (typeof single)[number] | (typeof several)[number];

/** Few pages have one: that nothing was found on the others would hide what was missed, so it is not counted. */
const rare: readonly Field[] = ['doi', 'isbn', 'contentNote'];

/** Where only what is stated was looked for, these are judged on the pages that state them. */
const oftenUnstated: readonly Field[] = [...rare, 'type', 'provisions'];

type Read = Partial<Draft> & { contentNote?: unknown };

/** Scores of drafts against judged pages, by field. A page without a draft misses everything. */
export function scorePages(drafted: readonly { page: JudgedPage; draft: Read }[], names: Names): Record<Field, Score> {
  const scores = Object.fromEntries(
    [...single, ...several].map((field) => [field, { right: 0, wrong: 0, missed: 0, faults: [] }]),
  ) as unknown as Record<Field, Score>;
  for (const { page, draft } of drafted) {
    const { expected, name, partly } = page;
    const isLeftOut = (field: Field) =>
      partly && oftenUnstated.includes(field) && expected[field as keyof Expected] === undefined;
    const wanted = wantedOf(expected);
    const found = foundIn(draft);
    for (const field of single.filter((field) => !isLeftOut(field)))
      one(scores[field], name, { wanted: wanted[field], found: found[field], isRare: rare.includes(field) });
    const lists: Record<(typeof several)[number], [readonly string[] | undefined, (one: string, other: string) => boolean]> = {
      publishers: [draft.publishers, isSame(names, expected.ids)],
      authors: [draft.authors, isSamePerson(names, expected.ids)],
      countries: [draft.countries, (code, id) => `country/${code}` === id],
      organisations: [draft.organisations, isSame(names, expected.ids)],
      instruments: [draft.instruments?.map((given) => (typeof given === 'string' ? given : given.id)), isSame(names, expected.ids)],
      provisions: [draft.instruments?.flatMap((given) => (typeof given === 'string' ? [] : [`${given.id} ${given.provision}`])), isSamePart],
      projects: [draft.project === undefined ? [] : [draft.project], isSame(names, expected.ids)],
      themes: [draft.themes, (key, id) => `theme/${key}` === id],
      relatedTitles: [draft.relatedTitles, (one, other) => foldText(one) === foldText(other)],
    }; // prettier-ignore
    for (const field of several.filter((field) => !isLeftOut(field))) {
      const [given = [], same] = lists[field];
      list(scores[field], name, { expected: expected[field] ?? [], may: expected.may?.[field] ?? [], given, same });
    }
  }
  return scores;
}

/** Precision, recall and their harmonic mean, 0–1; 1 where there was nothing to find and nothing was found. */
export function rates({ right, wrong, missed }: Score): { precision: number; recall: number; f1: number } {
  const share = (of: number) => (right + of === 0 ? 1 : right / (right + of));
  const [precision, recall] = [share(wrong), share(missed)];
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** What a field may be, the best first; `''` where there is nothing to find. */
function wantedOf(expected: Expected): Record<(typeof single)[number], string[]> {
  const { may = {} } = expected;
  const date = expected.date ?? String(expected.year ?? '');
  const dates = [date, ...(may.date ?? [])];
  return {
    title: [expected.title, expected.altTitles ?? []].flat().map(foldText),
    date: dates,
    year: [String(expected.year ?? date.slice(0, 4)), ...dates.map((other) => other.slice(0, 4))],
    language: [expected.language, ...(may.language ?? [])],
    type: [expected.type ?? '', ...(may.type ?? [])],
    doi: [expected.doi ?? '', ...(may.doi ?? [])].map((doi) => doi.toLowerCase()),
    isbn: [expected.isbn ?? '', ...(may.isbn ?? [])].map(digitsOf),
    contentNote: [expected.contentNote ? 'yes' : ''],
  };
}

const foundIn = (draft: Read): Record<(typeof single)[number], string> => ({
  title: foldText(draft.title ?? ''),
  date: draft.date ?? '',
  year: (draft.date ?? '').slice(0, 4),
  language: draft.language ?? '',
  type: draft.type ?? '',
  doi: (draft.doi ?? '').toLowerCase(),
  isbn: digitsOf(draft.isbn ?? ''),
  contentNote: draft.contentNote ? 'yes' : '',
});

const digitsOf = (isbn: string) => isbn.toUpperCase().replace(/[^\dX]/g, '');

function one(
  score: Score,
  page: string,
  { wanted, found, isRare }: { wanted: readonly string[]; found: string; isRare: boolean },
): void {
  if (wanted.includes(found)) {
    if (found !== '' || !isRare) score.right++;
    return;
  }
  if (found !== '') score.wrong++;
  if (wanted[0] !== '') score.missed++;
  score.faults.push(`${page}: -${wanted[0]} +${found}`);
}

function list(
  score: Score,
  page: string,
  { expected, may, given, same }: {
    expected: readonly string[];
    may: readonly string[];
    given: readonly string[];
    same: (expected: string, given: string) => boolean;
  }, // prettier-ignore
): void {
  const left = [...given];
  for (const value of expected) {
    const at = left.findIndex((other) => same(value, other));
    if (at >= 0) {
      score.right++;
      left.splice(at, 1);
    } else if (!given.some((other) => same(value, other))) {
      // A second name of what was found already is neither found again nor missed.
      score.missed++;
      score.faults.push(`${page}: -${value}`);
    }
  }
  // A part of what is said by one name, such as both of `OSCE/ODIHR`, is not wrong.
  for (const other of left.filter((value) => ![...expected, ...may].some((name) => same(name, value)))) {
    score.wrong++;
    score.faults.push(`${page}: +${other}`);
  }
}
