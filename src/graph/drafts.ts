import { foldText } from '../fold.ts';
import type { Publication } from '../model.ts';
import { questionKey } from './encode.ts';
import { readEntities, readRetired, type Entity } from './entities.ts';
import { placeOf } from './identifiers.ts';
import { findKnown, freeId, readingOf, type Known } from './known.ts';
import { notThere, placedRecord, type Placing } from './page-record.ts';
import { Refusal } from './refusal.ts';
import { accept, type Act } from './revision.ts';
import { saveRecords } from './save.ts';
import type { GraphStore, Run } from './store.ts';

/** A page that waits for a curator. */
export interface WaitingPage {
  /** All that was read off it, with its evidence, as the ingestion has printed it. */
  draft: { file: string; title: string };
  /** The record it would become. */
  record: Publication;
  /** The addresses of the page in other languages. */
  versions: string[];
  /** What it was taken for. */
  known: Known;
}

/** A page that waits, in short. */
export interface AskedPage {
  title: string;
  file: string;
  known: Known['outcome'];
}

/** What a curator says beside yes. */
export interface Choice {
  /** What is wrong on the page and shall not go in: `date`, `countries:country/RS`. Remembered for this page. */
  without?: readonly string[];
  /** What it is, where that is not what it was taken for; all but `new` need `of`, a publication. */
  as?: 'new' | 'same' | 'translation' | 'edition';
  of?: string;
}

/** The question about a page: the same for whatever leads to it; without an address, for the same title, date and language. */
export function questionId({ source, title, date, language }: Publication): string {
  const page = source.url ? placeOf(source) : [foldText(title), date ?? '', language ?? ''];
  return questionKey(['draft', page]);
}

/** Puts a page into the queue, or renews what waits there of it. False when it waits there as it is. */
export async function askAboutPage(
  store: GraphStore,
  id: string,
  page: WaitingPage,
  evidence: string[],
): Promise<boolean> {
  const { draft, record, known } = page;
  const [there] = await store.read<{ page: string | null; status: string }>(
    `MATCH (p:Proposal {id: $id}) RETURN p.page AS page, p.status AS status`,
    { id },
  );
  if (there?.status === 'open' && there.page && saysTheSame(JSON.parse(there.page), page)) return false;
  const about: AskedPage = { title: draft.title, file: draft.file, known: known.outcome };
  await accept(store, { author: 'review' }, ({ run }) =>
    run(
      `MERGE (p:Proposal {id: $id})
       SET p.kind = 'draft', p.from = $from, p.into = $into, p.evidence = $evidence, p.about = $about, p.page = $page,
           p.status = 'open', p.decidedBy = null, p.decided = null`,
      {
        id,
        from: record.source.url ?? record.source.file!,
        into: known.id ?? '',
        evidence,
        about: JSON.stringify(about),
        page: JSON.stringify(page),
      },
    ),
  );
  return true;
}

/** Two readings that differ in their day alone. */
function saysTheSame(one: WaitingPage, other: WaitingPage): boolean {
  const [mine, theirs] = [one, other].map(({ record: { source, ...record }, ...page }) =>
    JSON.stringify({ ...page, record, source: { ...source, retrieved: undefined } }),
  );
  return mine === theirs;
}

/** Ends the question about a page that has become sure meanwhile: it is that publication now. */
export const answerByItself = (store: GraphStore, act: Act, id: string, into: string) =>
  accept(store, act, ({ run }) =>
    run(
      `MATCH (p:Proposal {id: $id})
       SET p.status = 'accepted', p.decidedBy = $author, p.decided = $decided, p.into = $into, p.about = null, p.page = null`,
      { id, into, author: act.author, decided: act.time ?? new Date().toISOString() },
    ),
  );

/**
 * Makes the record of a page that waited, as the curator says, every link of it reviewed by them. Gives its id. Cut off
 * and done again it changes nothing more: the first time has left the page's own record, which is found again. `without`
 * is all that a curator has found wrong on this page, before and now.
 */
export async function acceptPage(
  store: GraphStore,
  act: Act,
  { record, versions }: WaitingPage,
  choice: Choice,
  without: readonly string[],
): Promise<string> {
  const wrong = notThere(record, choice.without ?? []);
  if (wrong.length > 0) throw new Refusal(`${wrong.join(', ')} is not in this draft; look at: review show`);
  const known = choice.as ? { outcome: choice.as, id: choice.of } : await findKnown(store.read, record, versions);
  const placing = await placeAs(store.read, record, known);
  const placed = placedRecord(record, { ...placing, without, reviewedBy: act.author });
  const { refused } = await saveRecords(store, act, [placed]);
  if (refused.length > 0) throw new Refusal(`${placed.id} was withdrawn: ${refused[0]!.reason}; undo that first.`);
  return placed.id;
}

/** Where in the catalogue the record of a page belongs, once it is known what the page is. */
export async function placeAs(run: Run, record: Publication, known: Pick<Known, 'outcome' | 'id'>): Promise<Placing> {
  const { outcome, id } = known;
  const isVersion = outcome === 'translation' || outcome === 'edition';
  if (outcome === 'withdrawn') throw new Refusal(`${id} was withdrawn; undo that first: undo ${id}`);
  if (outcome !== 'new' && !id)
    throw new Refusal('It may be one of several publications: say which with --as and --of; look at: review show');
  const entity = id ? await entityOf(run, id) : null;
  if (id && !entity) throw new Refusal(`${id} is not a publication in the graph.`);
  const own = entity && !isVersion ? readingOf(entity, record) : undefined;
  if (own) return { id: entity!.id, standing: own };
  const standing = await findReading(run, record);
  if (entity && !isVersion && standing)
    throw new Refusal(`What was read off this page stands in ${standing.id}: merge ${standing.id} ${entity.id}`);
  if (entity && !isVersion) return { id: entity.id };
  if (entity && standing && readingOf(entity, record))
    throw new Refusal(`What was read off this page stands in ${id} itself; withdraw that first, with --source.`);
  const version = outcome === 'translation' ? { translationOf: entity?.id } : { editionOf: entity?.id };
  return { id: standing?.id ?? (await freeId(run, record)), standing, ...(isVersion && { version }) };
}

/** The record that an earlier reading of the page has left, wherever that is. */
async function findReading(run: Run, record: Publication): Promise<Publication | undefined> {
  const { outcome, id } = await findKnown(run, record);
  const entity = outcome === 'same' ? await entityOf(run, id!) : null;
  return entity ? readingOf(entity, record) : undefined;
}

/** The publication with an id, or what it was merged into. */
export async function entityOf(run: Run, id: string): Promise<Entity | null> {
  if (!id.startsWith('publication/')) return null;
  const survivor = (await readRetired(run, [id])).get(id)?.survivor ?? id;
  return (await readEntities(run, [survivor])).get(survivor) ?? null;
}
