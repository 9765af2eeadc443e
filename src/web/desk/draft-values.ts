import type { Draft, Evidence } from './draft.ts';

/** One value of a draft, to be looked at by itself. */
export interface DraftValue {
  field: string;
  value: string;
  /** The id in it, where it is one. */
  id: string | undefined;
  /** What `decide` calls it where it shall stay out; undefined for what goes in with the rest, or cannot go in. */
  out: string | undefined;
  /** It stays a name: nothing has that id. */
  isName: boolean;
  /** The places of its evidence in the draft's. */
  evidence: number[];
}

const single = ['title', 'date', 'language', 'type', 'doi', 'isbn', 'contentNote'] as const;
const several = ['publishers', 'authors', 'organisations', 'countries', 'instruments', 'themes', 'project'] as const;

/** The values of a draft in the order of its fields, each with what it stands on. */
export function valuesOf(draft: Draft): DraftValue[] {
  const whole = single.flatMap((field): DraftValue[] => {
    const value = draft[field];
    if (!value) return [];
    const out = field === 'title' ? undefined : field;
    return [{ field, value, id: undefined, out, isName: false, evidence: evidenceOf(draft.evidence, field) }];
  });
  const links = several.flatMap((field) =>
    [draft[field] ?? []].flat().map((target): DraftValue => {
      const { id: name, provision } = typeof target === 'string' ? { id: target, provision: '' } : target;
      const isId = /^[a-z]+\/./.test(name);
      const isTaken = isId && field !== 'organisations'; // those are named on the page, no more
      return {
        field,
        value: [name, provision].filter(Boolean).join(', '),
        id: isId ? name : undefined,
        out: isTaken ? [`${field}:${name}`, provision].filter(Boolean).join(' ') : undefined,
        isName: !isId,
        evidence: evidenceOf(draft.evidence, field, name),
      };
    }),
  );
  return [...whole, ...links];
}

function evidenceOf(evidence: readonly Evidence[], field: string, name?: string): number[] {
  return evidence.flatMap((one, place) =>
    one.field === field && (name === undefined || one.value === name || one.value.startsWith(`${name} `)) ? place : [],
  );
}
