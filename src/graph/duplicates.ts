import { setImmediate as nextTurn } from 'node:timers/promises';
import { kindOf } from '../model.ts';
import { allCandidates, candidatesAround, type Candidate } from './duplicate-candidates.ts';
import { questionKey } from './encode.ts';
import { groupBy } from './entities.ts';
import { describeKey } from './identifiers.ts';
import { areNear } from './near-titles.ts';
import { propose, type Pair } from './proposals.ts';
import type { GraphStore } from './store.ts';

/** More than so many that share an identifier are not held against each other. */
const mostSharing = 50;

/**
 * Looks for publications that may be one, or one the translation of the other, and puts them into the review queue with
 * what speaks for it: the same DOI, ISBN or address, or a near title by one publisher in one year. Looks at `about` and
 * what may be one with those, where that is given; else through the catalogue. Gives how many new proposals there are.
 */
export async function proposeDuplicates(store: GraphStore, about?: readonly string[]): Promise<number> {
  const asked = about && new Set(about.filter((id) => kindOf(id) === 'publication'));
  if (asked?.size === 0) return 0;
  const { byId, shared } = await (asked ? candidatesAround(store.read, [...asked]) : allCandidates(store.read));
  const isAsked = (one: Candidate, other: Candidate) => !asked || asked.has(one.id) || asked.has(other.id);
  const pairs = new Map<string, Pair>();
  const note = (one: Candidate, other: Candidate, evidence: string) => {
    if (areVersions(one, other)) return;
    const [into, from] = [one, other].sort(byWorth);
    const known = pairs.get(`${from!.id} ${into!.id}`);
    if (known) known.evidence.push(evidence);
    else pairs.set(`${from!.id} ${into!.id}`, toProposal(from!, into!, evidence));
  };
  for (const { key, ids } of shared) {
    const found = ids.flatMap((id) => byId.get(id) ?? []);
    // An address that very many share says nothing of them: the first is held against the others.
    const held =
      found.length > mostSharing ? found.slice(1).map((other) => [found[0]!, other] as const) : pairsOf(found);
    for (const [one, other] of held) if (isAsked(one, other)) note(one, other, `same ${describeKey(key)}`);
  }
  const places = [...byId.values()].flatMap(placesOf);
  for (const [block, members] of groupBy(places, ({ block }) => block)) {
    for (const [{ candidate: one }, { candidate: other }] of pairsOf(members))
      if (isAsked(one, other) && haveNearTitles(one, other))
        note(one, other, `near title, same publisher and year: ${block}`);
    await nextTurn(); // it may run in a server that has others to answer
  }
  return propose(store, [...pairs.values()]);
}

/** A publication stands in a block with all others of one of its publishers and its year. */
const placesOf = (candidate: Candidate) =>
  (candidate.year ? candidate.publishers : []).map((at) => ({ block: `${at}, ${candidate.year}`, candidate }));

/** A series says the same of another country each time. */
const haveNearTitles = (one: Candidate, other: Candidate) =>
  one.countries === other.countries && areNear(one.title, other.title);

/** True where the catalogue says already how the two stand to each other. */
function areVersions(one: Candidate, other: Candidate): boolean {
  const originals = ({ id, translationOf, editionOf }: Candidate) => [id, translationOf, editionOf].filter(Boolean);
  return originals(one).some((id) => originals(other).includes(id));
}

/** Which of two shall stay: the verified one, the one that says more, else the first by id. */
const byWorth = (a: Candidate, b: Candidate) =>
  Number(b.verified) - Number(a.verified) || b.fields - a.fields || (a.id < b.id ? -1 : 1);

function toProposal(from: Candidate, into: Candidate, evidence: string) {
  const inOneLanguage = !from.language || !into.language || from.language === into.language;
  const kind: Pair['kind'] = inOneLanguage ? 'duplicate' : 'translation';
  // The same pair is the same question, whichever of the two has come to be worth more.
  const id = questionKey([from.id, into.id].sort());
  return { id, kind, from: from.id, into: into.id, evidence: [evidence] };
}

function* pairsOf<Item>(items: readonly Item[]): Generator<readonly [Item, Item]> {
  for (const [place, one] of items.entries())
    for (let next = place + 1; next < items.length; next++) yield [one, items[next]!];
}
