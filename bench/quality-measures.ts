import { readFileSync } from 'node:fs';
import type { CatalogueRecord, Publication } from '../src/model.ts';
import type { Projection } from '../src/projection/projection.ts';
import { relatedTo } from '../src/projection/related.ts';
import { siblings } from '../src/projection/works.ts';
import { project } from '../test/projection/project.ts';

/** Graded answers: for each query what a reader should see next, 3 certainly … 0 not; `same` is the same work. */
export type Judgments = ReadonlyMap<string, ReadonlyMap<string, number | 'same'>>;

const linesOf = <Line>(file: URL): Line[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** The judged queries of `bench/judgments.jsonl`; one judge, pooled from three rankings, unjudged means not looked at. */
export function readJudgments(): Judgments {
  const judgments = new Map<string, Map<string, number | 'same'>>();
  const file = new URL('judgments.jsonl', import.meta.url);
  for (const { query, document, grade } of linesOf<{ query: string; document: string; grade: number | 'same' }>(file)) {
    const grades = judgments.get(query) ?? new Map<string, number | 'same'>();
    judgments.set(query, grades.set(document, grade));
  }
  return judgments;
}

const files = ['countries', 'instruments', 'organisations', 'persons', 'projects', 'publications', 'themes'];

export const readSeed = (): CatalogueRecord[] =>
  files.flatMap((name) => linesOf<CatalogueRecord>(new URL(`../seed/${name}.jsonl`, import.meta.url)));

export const projectSeed = (): Projection => project(readSeed());

/** The ids of a related list. */
export const listOf = (projection: Projection, id: string): string[] =>
  relatedTo(projection, projection.numbers.get(id)!).map(({ publication }) => projection.ids[publication]!);

const depth = 10;

/** nDCG@10 with gain 2^grade − 1; what nobody has judged counts as not wanted, or is left out. */
export function ndcg(list: readonly string[], grades: ReadonlyMap<string, number | 'same'>, leaveOutUnjudged = false) {
  const gains = list
    .filter((id) => grades.get(id) !== 'same' && !(leaveOutUnjudged && !grades.has(id)))
    .map((id) => gain(grades.get(id)));
  const ideal = [...grades.values()].filter((grade) => grade !== 'same').map(gain);
  return discounted(gains) / discounted(ideal.sort((a, b) => b - a));
}

const gain = (grade: number | 'same' | undefined) => (typeof grade === 'number' ? 2 ** grade - 1 : 0);
const discounted = (gains: readonly number[]) =>
  gains.slice(0, depth).reduce((sum, value, place) => sum + value / Math.log2(place + 2), 0);

/** The share of what is wanted (grades 2 and 3) that stands among the first ten. */
export function recall(list: readonly string[], grades: ReadonlyMap<string, number | 'same'>): number {
  const wanted = [...grades].filter(([, grade]) => grade === 2 || grade === 3).map(([id]) => id);
  const first = list.slice(0, depth);
  return wanted.filter((id) => first.includes(id)).length / Math.min(depth, wanted.length);
}

/** What can be said of all lists of a catalogue without a judge. */
export interface ListMeasures {
  /** Items that are the target itself, another version of it, or stand in the list twice as versions: must be 0. */
  doubled: number;
  /** How much of the first six is by the publisher that has most of them, on average. */
  topPublisher: number;
  /** The share of publications that stand among the first ten of any list. */
  coverage: number;
  /** Publications for which nothing is shown. */
  empty: number;
}

export function measureLists(projection: Projection, records: readonly CatalogueRecord[]): ListMeasures {
  const publishersOf = new Map(records.map((record) => [record.id, (record as Publication).publishers ?? []]));
  const shown = new Set<string>();
  const shares: number[] = [];
  let [doubled, empty] = [0, 0];
  for (const target of projection.ofKind.publication) {
    const list = listOf(projection, projection.ids[target]!);
    if (list.length === 0) empty++;
    for (const id of list.slice(0, depth)) shown.add(id);
    const versions = (id: string) =>
      siblings(projection, projection.numbers.get(id)!).map((node) => projection.ids[node]!);
    const own = new Set([projection.ids[target]!, ...versions(projection.ids[target]!)]);
    doubled += list.filter((id) => own.has(id) || versions(id).some((other) => list.includes(other))).length;
    const first = list.slice(0, 6).map((id) => publishersOf.get(id) ?? []);
    const counts = new Map<string, number>();
    for (const publisher of first.flat()) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
    if (first.length > 0) shares.push(Math.max(0, ...counts.values()) / first.length);
  }
  return {
    doubled,
    topPublisher: mean(shares),
    coverage: shown.size / projection.ofKind.publication.length,
    empty,
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
