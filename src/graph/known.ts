import { kindOf, type Publication } from '../model.ts';
import { digestOf } from './encode.ts';
import { existing, readEntities, readRetired, type Entity, type Retired } from './entities.ts';
import { viewOf } from './entity.ts';
import { seekById } from './hints.ts';
import { describeKey, identifierKeys, placeOf, urlKey } from './identifiers.ts';
import { areAlike, areNear, titleKey, titleWords } from './near-titles.ts';
import type { Run } from './store.ts';

/** How a page stands to what the catalogue has. */
export interface Known {
  /**
   * `same`: it is of that publication; `translation`, `edition`: of another version of it, which only a curator can
   * tell for sure; `unsure`: it may be of that one, or of one of several; `withdrawn`: it was taken out of the catalogue.
   */
  outcome: 'new' | 'same' | 'translation' | 'edition' | 'unsure' | 'withdrawn';
  /** The publication that is meant, where it is one. */
  id?: string;
  /** What speaks for it, in a few words each. */
  because: string[];
}

/** A publication of the catalogue that a page may be of. */
interface Candidate {
  view: Publication;
  /** Identifiers of the page that lead to it. */
  keys: string[];
}

/** More than so many of one title say nothing: `Annual report`. */
const mostOfOneTitle = 50;

/**
 * Whether the catalogue knows the work that a record was made of: by an earlier reading of the same source, address,
 * DOI or ISBN, else by its title. `versions` are the addresses of the page in other languages, as it gives them. Looks
 * things up by keys alone: what it costs does not grow with the catalogue.
 */
export async function findKnown(run: Run, record: Publication, versions: readonly string[] = []): Promise<Known> {
  const own = [record.id, apartId(record)];
  for (const retired of (await readRetired(run, own)).values())
    if (retired.status === 'withdrawn' && wasOf(retired, record)) return withdrawn(retired);
  const keys = await idsByKey(run, identifierKeys(record));
  const titled = await idsByTitle(run, record);
  const entities = await readEntities(run, new Set([...own, ...[...keys.values()].flat(), ...titled]));

  const read = [...entities.values()].find((entity) => readingOf(entity, record));
  if (read) return { outcome: 'same', id: read.id, because: ['this page was read before'] };
  const candidates = [...entities.values()].map(({ id, records }): Candidate => ({
    view: viewOf(id, records) as Publication,
    keys: [...keys].flatMap(([key, ids]) => (ids.includes(id) ? key : [])),
  }));
  const identified = candidates.filter((candidate) => candidate.keys.length > 0);
  if (identified.length > 0) return byIdentifiers(record, identified);
  const byTitle = judgeTitles(record, candidates);
  const version = byTitle.outcome === 'same' ? null : await findVersion(run, record, versions);
  if (version) return version;
  return byTitle.outcome === 'new' ? ((await findWithdrawn(run, record)) ?? byTitle) : byTitle;
}

/** What the page itself leads to as the same in another language. */
async function findVersion(run: Run, record: Publication, versions: readonly string[]): Promise<Known | null> {
  const keys = versions.flatMap((url) => urlKey(url) ?? []);
  const [id] = [...(await idsByKey(run, keys)).values()].flat();
  const entity = id && (await readEntities(run, [id])).get(id);
  if (!entity) return null;
  const isOther = !areOneLanguage(record, viewOf(id, entity.records) as Publication);
  const because = [`the page leads to ${id} as itself in another language`];
  return { outcome: isOther ? 'translation' : 'unsure', id, because };
}

/** Of what was erased nothing but the id can be compared. */
const wasOf = ({ id, records }: Retired, record: Publication) =>
  records.length === 0 ||
  readingOf({ records }, record) !== undefined ||
  judgeTitle(record, viewOf(id, records) as Publication) !== null;

/** What was taken out of the catalogue and stood at the same address, or had the same DOI or ISBN. */
async function findWithdrawn(run: Run, record: Publication): Promise<Known | null> {
  const keys = identifierKeys(record);
  const rows = await run<{ id: string; reason: string; records: string[] }>(
    `MATCH (r:Retired) WHERE r.status = 'withdrawn' AND any(text IN r.records WHERE any(sign IN $signs WHERE text CONTAINS sign))
     RETURN r.id AS id, r.reason AS reason, r.records AS records ORDER BY id`,
    { signs: keys.map((key) => key.slice(key.indexOf(':') + 1)) },
  );
  const found = rows.find(({ records }) =>
    records.some((text) => identifierKeys(JSON.parse(text) as Publication).some((key) => keys.includes(key))),
  );
  return found ? withdrawn(found) : null;
}

const withdrawn = ({ id, reason }: { id: string; reason: string | null }): Known => ({
  outcome: 'withdrawn',
  id,
  because: [`${id} was withdrawn: ${reason}`],
});

/** An id for a new publication that nobody has or had: the record's own, or that with a few signs of its source. */
export async function freeId(run: Run, record: Publication): Promise<string> {
  const ids = [record.id, apartId(record)];
  const taken = await existing(run, ids);
  for (const id of (await readRetired(run, ids)).keys()) taken.add(id);
  return ids.find((id) => !taken.has(id)) ?? `${apartId(record)}-${taken.size}`;
}

const apartId = ({ id, source }: Publication) =>
  `${id}-${digestOf(placeOf(source)).toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 6)}`; // prettier-ignore

/**
 * What an earlier reading of the same page has left among the records of an entity. Many files are called `index.html`:
 * without an address it is the same page where it has the same title and neither date nor language speaks against it.
 */
export const readingOf = ({ records }: Pick<Entity, 'records'>, page: Publication): Publication | undefined =>
  (records as Publication[]).find(
    (record) =>
      record.source.readBy &&
      placeOf(record.source) === placeOf(page.source) &&
      (page.source.url !== undefined || areOneText(record, page)),
  );

const areOneText = (one: Publication, other: Publication) =>
  titleKey(one.title) === titleKey(other.title) &&
  agreement([one.date], [other.date]) !== 'differ' &&
  areOneLanguage(one, other);

/** All publications that each key leads to. */
async function idsByKey(run: Run, keys: readonly string[]): Promise<Map<string, string[]>> {
  if (keys.length === 0) return new Map();
  const rows = await run<{ key: string; ids: string[] }>(
    `UNWIND $keys AS key MATCH (i:Identifier {id: key})-[:IDENTIFIES]->(p:Publication) ${seekById('i', 'Identifier')}
     RETURN i.id AS key, collect(p.id) AS ids`,
    { keys: [...keys] },
  );
  return new Map(rows.map(({ key, ids }) => [key, ids.sort()]));
}

/** Publications with this title, or with a near one by one of its publishers in its year. */
async function idsByTitle(run: Run, { title, date, publishers = [] }: Publication): Promise<string[]> {
  const words = titleWords(title);
  if (words.words.size === 0) return [];
  const same = await run<{ id: string }>(
    `MATCH (p:Publication {titleKey: $key}) RETURN p.id AS id ORDER BY id LIMIT ${mostOfOneTitle}`,
    { key: titleKey(title) },
  );
  const near = date
    ? await run<{ id: string; title: string }>(
        `UNWIND $publishers AS key
         MATCH (o:Organisation {id: key})<-[:PUBLISHED_BY]-(p:Publication) ${seekById('o', 'Organisation')}
         WHERE p.date STARTS WITH $year
         RETURN p.id AS id, p.title AS title`,
        { publishers: publishers.filter((id) => kindOf(id)), year: date.slice(0, 4) },
      )
    : [];
  return [...same, ...near.filter((row) => areNear(words, titleWords(row.title)))].map(({ id }) => id);
}

/** What to think of publications that an address, DOI or ISBN of the page leads to. */
function byIdentifiers(record: Publication, candidates: Candidate[]): Known {
  const because = (found: Candidate[]) => [...new Set(found.flatMap(({ keys }) => keys.map(describeKey)))];
  const fitting = candidates.filter(({ view }) => areOneLanguage(record, view) && haveOneTitle(record, view));
  const [only, other] = fitting.length > 0 ? fitting : candidates;
  if (other)
    return { outcome: 'unsure', because: [...because(candidates), ...candidates.map(({ view }) => mayBe(view))] };
  const { view } = only!;
  const { id } = view;
  if (fitting.length > 0) return { outcome: 'same', id, because: because(fitting) };
  if (!areOneLanguage(record, view))
    return { outcome: 'translation', id, because: [...because(candidates), `${id} is in ${view.language}`] };
  return { outcome: 'unsure', id, because: [...because(candidates), mayBe(view)] };
}

/** What to think of publications with the same title or a near one. */
function judgeTitles(record: Publication, candidates: Candidate[]): Known {
  const judged = candidates.flatMap(({ view }) => judgeTitle(record, view) ?? []);
  const best = (['same', 'unsure', 'translation', 'edition'] as const).flatMap((outcome) =>
    judged.filter((known) => known.outcome === outcome),
  );
  const [first, second] = best;
  if (!first) return { outcome: 'new', because: [] };
  if (second?.outcome === first.outcome) return { outcome: 'unsure', because: best.flatMap(({ because }) => because) };
  return first;
}

function judgeTitle(record: Publication, view: Publication): Known | null {
  const { id } = view;
  const exact = titleKey(record.title) === titleKey(view.title);
  if (!exact && !areNear(titleWords(record.title), titleWords(view.title))) return null;
  // A series says the same of another country each time.
  if (!exact && agreement(record.countries, view.countries) === 'differ') return null;
  const publishers = agreement(record.publishers, view.publishers);
  if (publishers === 'differ') return null;
  const year = agreement([record.date?.slice(0, 4)], [view.date?.slice(0, 4)]);
  const told = `${exact ? 'same' : 'near'} title as ${id}`;
  if (!areOneLanguage(record, view))
    return year === 'differ'
      ? null
      : { outcome: 'translation', id, because: [`${told}, which is in ${view.language}`] };
  if (year === 'differ') return { outcome: 'edition', id, because: [`${told}, which is of ${view.date}`] };
  const isSure = exact && publishers === 'agree' && year === 'agree' && record.language && view.language;
  return { outcome: isSure ? 'same' : 'unsure', id, because: [isSure ? `${told}, publisher and year` : told] };
}

/** Whether two lists have something in common; nothing is known where one is empty. */
function agreement(one: readonly (string | undefined)[] = [], other: readonly (string | undefined)[] = []) {
  const [mine, theirs] = [one, other].map((list) => list.filter((value) => value !== undefined));
  if (mine!.length === 0 || theirs!.length === 0) return 'unknown';
  return mine!.some((value) => theirs!.includes(value)) ? 'agree' : 'differ';
}

/** False where both languages are known and differ, in the script alone too: `sr` is both `sr-Latn` and `sr-Cyrl`. */
function areOneLanguage({ language: one }: Publication, { language: other, languages = [] }: Publication): boolean {
  if (!one || !other) return true;
  return [other, ...languages].some((tag) => tag === one || tag.startsWith(`${one}-`) || one.startsWith(`${tag}-`));
}

const haveOneTitle = ({ title }: Publication, view: Publication) =>
  [view.title, ...Object.values(view.titles ?? {})].some((other) => areAlike(titleWords(title), titleWords(other)));

const mayBe = ({ id, title }: Publication) => `may be ${id}: ${title}`;
