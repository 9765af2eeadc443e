import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Publication } from '../model.ts';
import { questionKey } from './encode.ts';
import { allEntities, groupBy, type Entity } from './entities.ts';
import { viewOf } from './entity.ts';
import { describeKey } from './identifiers.ts';
import { areNear, titleWords, type TitleWords } from './near-titles.ts';
import { propose, type Pair } from './proposals.ts';
import type { GraphStore, Run } from './store.ts';

const mostSharing = 50;

type Candidate = Pick<Publication, 'id' | 'language' | 'translationOf' | 'editionOf'> & {
  title: TitleWords;
  year: string;
  publishers: readonly string[];
  countries: string;
  verified: boolean;
  fields: number;
};

/**
 * Looks through the catalogue for publications that may be one, or one the translation of the other, and puts them into
 * the review queue with what speaks for it: the same DOI, ISBN or address, or a near title by one publisher in one year.
 * Gives how many new proposals there are.
 */
export async function proposeDuplicates(store: GraphStore): Promise<number> {
  const candidates = new Map<string, Candidate>();
  for await (const page of allEntities(store.read, ['publication']))
    for (const entity of page) candidates.set(entity.id, toCandidate(entity));
  const pairs = new Map<string, Pair>();
  const note = (one: Candidate, other: Candidate, evidence: string) => {
    if (areVersions(one, other)) return;
    const [into, from] = [one, other].sort(byWorth);
    const known = pairs.get(`${from!.id} ${into!.id}`);
    if (known) known.evidence.push(evidence);
    else pairs.set(`${from!.id} ${into!.id}`, toProposal(from!, into!, evidence));
  };
  for (const { key, ids } of await sharedIdentifiers(store.read)) {
    const found = ids.flatMap((id) => candidates.get(id) ?? []);
    // An address that very many share says nothing of them: the first is held against the others.
    const pairs =
      found.length > mostSharing ? found.slice(1).map((other) => [found[0]!, other] as const) : pairsOf(found);
    for (const [one, other] of pairs) note(one, other, `same ${describeKey(key)}`);
  }
  const places = [...candidates.values()].flatMap(placesOf);
  for (const [block, members] of groupBy(places, ({ block }) => block)) {
    for (const [{ candidate: one }, { candidate: other }] of pairsOf(members))
      if (haveNearTitles(one, other)) note(one, other, `near title, same publisher and year: ${block}`);
    await nextTurn(); // it may run in a server that has others to answer
  }
  return propose(store, [...pairs.values()]);
}

function toCandidate({ id, records }: Entity): Candidate {
  const view = viewOf(id, records) as Publication;
  return {
    id,
    language: view.language,
    translationOf: view.translationOf,
    editionOf: view.editionOf,
    title: titleWords(view.title),
    year: view.date?.slice(0, 4) ?? '',
    publishers: view.publishers ?? [],
    countries: [...(view.countries ?? [])].sort().join(' '),
    verified: view.source.verified,
    fields: Object.keys(view).length,
  };
}

/** Identifiers that lead to more than one publication. */
async function sharedIdentifiers(run: Run): Promise<{ key: string; ids: string[] }[]> {
  const rows = await run<{ key: string; ids: string[] }>(
    `MATCH (i:Identifier)-[:IDENTIFIES]->(p:Publication)
     WITH i.id AS key, collect(p.id) AS ids WHERE size(ids) > 1
     RETURN key, ids ORDER BY key`,
  );
  return rows.map(({ key, ids }) => ({ key, ids: ids.sort() }));
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
