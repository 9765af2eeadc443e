import { foldText } from '../fold.ts';
import { kindOf, type FoundLink, type Publication } from '../model.ts';
import type { Draft, Evidence } from './draft.ts';
import { checkRecord } from './records/read-records.ts';

/** The record that a draft makes, and what of the draft is not in it. */
export interface DraftRecord {
  /** Its id is a proposal: the catalogue may know the work under another, or have given this one away. */
  record: Publication;
  /** What could not go into it: names that no id is known for, and values that no record may hold. */
  leftOut: { field: string; value: unknown; reason: string }[];
}

/**
 * What a draft says, as a record of the page's own: only links that have ids, each with the method, confidence and
 * evidence it was found with. Persons and organisations that are names alone stay names and make no records. A reason
 * where no record can be made of it. Pure; `retrieved` is an ISO date.
 */
export function recordOfDraft(draft: Draft, retrieved?: string): DraftRecord | { reason: string } {
  const leftOut: DraftRecord['leftOut'] = [];
  const known = (field: 'publishers' | 'authors') => {
    const isKnown = (name: string) => kindOf(name) !== null;
    for (const value of draft[field])
      if (!isKnown(value)) leftOut.push({ field, value, reason: 'is a name without an id' });
    return draft[field].filter(isKnown);
  };
  const [url, ...urls] = addressesOf(draft);
  const { title, language, date, type, doi, isbn, countries, instruments, themes, project, contentNote } = draft;
  const links = { publishers: known('publishers'), authors: known('authors'), countries, instruments, themes, project };
  // A list of a person's folders says more than whoever gave the file may want to tell.
  const place = url ? { url } : { file: draft.file.split(/[\\/]/).at(-1) };
  let fields: Record<string, unknown> = {
    kind: 'publication',
    id: idOf(draft, url ?? draft.file),
    title,
    language,
    date,
    type,
    url,
    urls,
    doi,
    isbn,
    ...links,
    contentNote,
    provenance: provenanceOf(draft, links),
    source: {
      ...place,
      readBy: 'ingest',
      retrieved,
      verified: false,
    },
  };
  for (;;) {
    const checked = checkRecord(JSON.parse(JSON.stringify(fields)));
    if ('record' in checked) return { record: checked.record as Publication, leftOut };
    const [field, at, part] = checked.path as [string, number?, string?];
    const value = fields[field];
    if (value === undefined || needed.has(field) || (field === 'provenance' && part !== 'evidence'))
      return { reason: `${checked.path.join('.')} ${checked.reason}` };
    const isList = Array.isArray(value);
    leftOut.push({ field, value: isList ? value[at!] : value, reason: checked.reason });
    if (field === 'provenance') delete (value as FoundLink[])[at!]!.evidence;
    else {
      fields = { ...fields, [field]: isList ? value.filter((_, place) => place !== at) : undefined };
      fields.provenance = provenanceOf(draft, fields);
    }
  }
}

const needed: ReadonlySet<string> = new Set(['kind', 'id', 'title', 'source']);

/** The addresses of the page, its own first. */
export function addressesOf({ file, urls }: Pick<Draft, 'file' | 'urls'>): string[] {
  const all = /^https?:\/\//i.test(file) ? [...urls, file] : urls;
  return [...new Set(all)];
}

type Links = Pick<Publication, 'publishers' | 'authors' | 'countries' | 'instruments' | 'themes' | 'project'>;

const linkFields = ['publishers', 'authors', 'countries', 'instruments', 'themes', 'project'] as const;

function provenanceOf({ evidence }: Draft, links: Links): FoundLink[] {
  return linkFields.flatMap((field) =>
    [links[field] ?? []].flat().map((target): FoundLink => {
      const link = typeof target === 'string' ? { to: target } : { to: target.id, provision: target.provision };
      const found = evidenceOf(evidence, field, link);
      const method = found && isInText(found) ? 'mention' : 'metadata';
      const passage = found && { text: found.text, in: found.from, start: found.start, end: found.end };
      return {
        field,
        ...link,
        method,
        confidence: found?.confidence ?? 0,
        ...(passage?.text.trim() && { evidence: passage }),
      };
    }),
  );
}

/** What a link stands on; of a provision that has no evidence of its own, what the instrument stands on. */
function evidenceOf(
  evidence: readonly Evidence[],
  field: string,
  { to, provision }: Pick<FoundLink, 'to' | 'provision'>,
) {
  const of = evidence.filter((one) => one.field === field);
  const exact = provision && of.find(({ value }) => value.startsWith(to) && value.endsWith(provision));
  return exact || of.find(({ value }) => value === to) || of.find(({ value }) => value.startsWith(`${to} `));
}

const isInText = ({ from }: Evidence) => from === 'title' || from === 'text';

/** So long is the key of an id, without the year, in characters. */
const longestKey = 64;

/** A readable key of title and year, as in `publication/guide-of-promising-practices-2021`; the same each time. */
function idOf({ title, date }: Pick<Draft, 'title' | 'date'>, place: string): string {
  const year = date?.slice(0, 4);
  const words = foldText(title).replace(/[^a-z0-9 ]+/g, ' ').split(' ').filter(Boolean); // prettier-ignore
  let key = '';
  for (const word of words) {
    if (key.length + word.length > longestKey) break;
    key += key ? `-${word}` : word;
  }
  // A title in another script, or one long word, gives no key; its place may.
  key ||= foldText(place.split(/[?#]/)[0]!).replace(/[^a-z0-9]+/g, '-').slice(-longestKey).replace(/^-+|-+$/g, '') || 'page'; // prettier-ignore
  return `publication/${key}${year && !key.endsWith(year) ? `-${year}` : ''}`;
}
