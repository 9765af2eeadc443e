import { languagesIn, mainLanguageOf } from './columns.ts';
import { bestOf, limitsOf, rules, type Candidate } from './candidates.ts';
import { profileOf, type Profile } from './profile.ts';
import type { Projection } from './projection.ts';
import { compareAge } from './publications.ts';
import { reasonsFor, type SharedThing } from './reasons.ts';
import { scoreAll } from './score.ts';
import { keepApart } from './spread.ts';
import { siblings, versionsOf } from './works.ts';

/** One related publication, with all it was chosen for. */
export interface RelatedItem {
  publication: number;
  /** The version of the same work whose links make the score; mostly the publication itself. */
  scored: number;
  /** 0–1, the sum of its reasons. */
  score: number;
  readonly reasons: SharedThing[];
  /** Translations and editions of the same work. */
  readonly alsoIn: number[];
}

export interface RelatedOptions {
  /** Marks the publications that may be shown, by node number. */
  only?: Uint8Array;
  /** The reader's language: that version of a work is shown, where there is one. Default: the target's. */
  language?: string;
}

/** A work in the list: the version that is shown and the one whose links make the score. */
export interface RankedWork {
  shown: number;
  scored: number;
  score: number;
}

/**
 * What to read next: publications related to the target (its number, or the profile of a text), best first, those whose
 * addresses are all dead last. The same question gives the same answer.
 */
export function relatedTo(
  projection: Projection,
  target: number | Profile,
  options: RelatedOptions = {},
): RelatedItem[] {
  const profile = typeof target === 'number' ? profileOf(projection, target) : target;
  const { language = profile.target === null ? undefined : mainLanguageOf(projection, profile.target) } = options;
  const found = scoreAll(projection, profile, limitsOf(projection, profile));
  const works = onePerWork(projection, bestOf(projection, profile, found, options.only), { ...options, language });
  const { apart } = found;
  const isDead = ({ shown }: RankedWork) => projection.dead.has(shown);
  const live = keepApart(projection, profile.target, works.filter((work) => !isDead(work)).slice(0, rules.longest));
  const list = [...live, ...works.filter(isDead)].slice(0, rules.longest);
  return list.map((work) => itemOf(projection, profile, work, apart.has(work.scored)));
}

function itemOf(
  projection: Projection,
  profile: Profile,
  { shown, scored, score }: RankedWork,
  apart: boolean,
): RelatedItem {
  let reasons: SharedThing[] | undefined;
  return {
    publication: shown,
    scored,
    score,
    // Worked out when looked at: of a long list only a page is.
    get reasons() {
      return (reasons ??= reasonsFor(projection, profile, scored, apart));
    },
    get alsoIn() {
      return siblings(projection, shown);
    },
  };
}

/** Each work once: with its best version's score, in the version that the reader reads best. */
function onePerWork(
  projection: Projection,
  candidates: readonly Candidate[],
  { language = '', only }: RelatedOptions,
): RankedWork[] {
  const shownAlready = new Set<number>();
  return candidates.flatMap(({ publication, score }) => {
    const versions = versionsOf(projection, publication);
    if (versions.length === 1) return [{ shown: publication, scored: publication, score }];
    if (shownAlready.has(versions[0]!)) return [];
    shownAlready.add(versions[0]!);
    const shown = bestToRead(
      projection,
      publication,
      only ? versions.filter((version) => only[version]) : versions,
      language,
    );
    return [{ shown, scored: publication, score }];
  });
}

/** The version in the reader's language, else one that still works, else the one that scores. */
function bestToRead(projection: Projection, scored: number, versions: readonly number[], language: string): number {
  const readable = (version: number) =>
    Math.max(0, ...languagesIn(projection.languages[version]!).map((own) => speaks(own, language)));
  const dead = (version: number) => Number(projection.dead.has(version));
  const [shown] = versions.toSorted(
    (a, b) =>
      readable(b) - readable(a) ||
      dead(a) - dead(b) ||
      Number(b === scored) - Number(a === scored) ||
      compareAge(projection, a, b),
  );
  return shown ?? scored;
}

/**
 * How well a publication in one language serves a reader of another: the same best, then by how many parts of the two tags are
 * the same, which is more than one in the reader's script; 0 not.
 */
function speaks(language: string, reader: string): number {
  const [own, wanted] = [language.split('-'), reader.split('-')];
  if (language === reader) return own.length + 1;
  const other = own.findIndex((part, place) => part !== wanted[place]);
  return other < 0 ? own.length : other;
}
