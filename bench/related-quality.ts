import { familyRules } from '../src/projection/features.ts';
import { weighing } from '../src/projection/profile.ts';
import type { Projection } from '../src/projection/projection.ts';
import { seriesRules } from '../src/projection/series.ts';
import {
  listOf,
  mean,
  measureLists,
  ndcg,
  readJudgments,
  readSeed,
  recall,
  type Judgments,
} from './quality-measures.ts';
import { project } from '../test/projection/project.ts';
import { aligned } from './table.ts';

/** The weights that were chosen by the judged queries, and between which values. */
interface Weights {
  textShare: number;
  instruments: number;
  series: number;
}
const choices: Weights[] = [0.5, 0.55, 0.6, 0.65, 0.7].flatMap((textShare) =>
  [0.25, 0.5, 1].flatMap((instruments) => [0.3, 0.5, 0.7].map((series) => ({ textShare, instruments, series }))),
);

/** Prints how good the related lists of the seed are; true when nothing stands where it must not. */
export async function benchRelatedQuality(): Promise<boolean> {
  const records = readSeed();
  const projection = project(records);
  const judgments = readJudgments();
  const lists = new Map([...judgments.keys()].map((query) => [query, listOf(projection, query)]));
  const average = (measure: (list: string[], grades: ReadonlyMap<string, number | 'same'>) => number) =>
    mean([...judgments].map(([query, grades]) => measure(lists.get(query)!, grades)));
  const { doubled, topPublisher, coverage, empty } = measureLists(projection, records);
  const unjudged = [...judgments].map(([query, grades]) =>
    lists
      .get(query)!
      .slice(0, 10)
      .filter((id) => !grades.has(id)),
  );
  console.log(
    aligned([
      ['measure', 'value'],
      ['nDCG@10, unjudged counted as not wanted', average((list, grades) => ndcg(list, grades)).toFixed(3)],
      ['nDCG@10, unjudged left out', average((list, grades) => ndcg(list, grades, true)).toFixed(3)],
      ['nDCG@10 by cross-validation (one query left out)', crossValidated(projection, judgments).toFixed(3)],
      ['recall@10 of what is wanted (grades 2 and 3)', average(recall).toFixed(3)],
      ['items that are the target or the same work twice', String(doubled)],
      ['share of the first six by one publisher', topPublisher.toFixed(3)],
      ['share of the catalogue among any first ten', coverage.toFixed(3)],
      ['publications with an empty list', `${empty} of ${projection.ofKind.publication.length}`],
    ]),
  );
  console.log(`\nUnjudged among the first ten: ${unjudged.flat().length}\n`);
  console.log(unjudged.flat().join('\n'));
  return doubled === 0;
}

/**
 * What the ranking reaches on queries it was not tuned on: for each query, the weights are chosen that are best on all
 * the others, and it is judged with those.
 */
function crossValidated(projection: Projection, judgments: Judgments): number {
  const chosen = current();
  const results = choices.map((weights) => {
    use(weights);
    return [...judgments].map(([query, grades]) => ndcg(listOf(projection, query), grades));
  });
  use(chosen);
  const left = [...judgments.keys()].map((_, place) => {
    const others = results.map((result) => mean(result.filter((__, other) => other !== place)));
    return results[others.indexOf(Math.max(...others))]![place]!;
  });
  return mean(left);
}

const current = (): Weights => ({
  textShare: weighing.textShare,
  instruments: familyRules.INSTRUMENT.weight,
  series: seriesRules.factor,
});

function use({ textShare, instruments, series }: Weights): void {
  weighing.textShare = textShare;
  Object.assign(familyRules.INSTRUMENT, { weight: instruments });
  seriesRules.factor = series;
}
