import { foldText } from '../src/fold.ts';
import { findMentions } from '../src/ingest/names/mentions.ts';
import type { Names } from '../src/ingest/names/names.ts';
import { kindOf, type Kind } from '../src/model.ts';

type Same = (expected: string, given: string) => boolean;

/**
 * Whether a name on a page is what a draft says: the entity that `ids` says the name means, or the same words. Only
 * where nobody wrote down the entities, an id that the name leads to: then a name that cannot be read counts as missed
 * even if the draft has it by another name.
 */
export const isSame =
  (names: Names, ids?: Record<string, string>): Same =>
  (expected, given) => {
    const only: Kind | null = kindOf(given);
    if (only && ids) return ids[expected] === given;
    if (only) return findMentions(expected, names, { only }).some(({ id, candidates }) => id === given || candidates?.includes(given)); // prettier-ignore
    const bare = (name: string) => name.replace(/\s*\([^()]*\)/g, '');
    const forms = [expected, bare(expected), ...[...expected.matchAll(/\(([^()]+)\)/g)].map(([, inside]) => inside!)].map(foldText); // prettier-ignore
    return forms.includes(foldText(given)) || forms.includes(foldText(bare(given)));
  };

/** As `isSame`; a person's names may stand in either order, as in `Doe, Jane`. */
export const isSamePerson =
  (names: Names, ids?: Record<string, string>): Same =>
  (expected, given) =>
    isSame(names, ids)(expected, given) || (!kindOf(given) && inOrder(expected) === inOrder(given));

const inOrder = (name: string) => foldText(name).split(' ').sort().join(' ');

/** Whether two parts of instruments are one: the same instrument and the same numbers, whatever the word for the part. */
export const isSamePart: Same = (expected, given) => part(expected) === part(given);

function part(text: string): string {
  const [id = '', ...words] = text.split(' ');
  return [id, ...(foldText(words.join(' ')).match(/\d+\p{L}*(?: (?:bis|ter|quater))?/gu) ?? [])].join(' ');
}
