import { describe, expect, it } from 'vitest';
import { listOf, mean, measureLists, ndcg, readJudgments, readSeed, recall } from '../bench/quality-measures.ts';
import { project } from './projection/project.ts';

/** What the lists of the seed have reached (`npm run bench -- related-quality`): these only rise. */
const floors = { ndcg: 0.845, recall: 0.7, coverage: 0.98 };
/** These only fall. */
const ceilings = { topPublisher: 0.37, empty: 0 };

const records = readSeed();
const projection = project(records);
const judgments = readJudgments();

describe('the related lists of the seed', () => {
  it('are as good as they were, by what readers of the judged queries want next', () => {
    const measured = (measure: typeof recall) =>
      mean([...judgments].map(([query, grades]) => measure(listOf(projection, query), grades)));
    expect(measured((list, grades) => ndcg(list, grades))).toBeGreaterThanOrEqual(floors.ndcg);
    expect(measured(recall)).toBeGreaterThanOrEqual(floors.recall);
  });

  it('never show a work to its own reader, nor twice, and leave few publications unseen', () => {
    const { doubled, empty, topPublisher, coverage } = measureLists(projection, records);
    expect(doubled).toBe(0);
    expect(empty).toBeLessThanOrEqual(ceilings.empty);
    expect(topPublisher).toBeLessThanOrEqual(ceilings.topPublisher);
    expect(coverage).toBeGreaterThanOrEqual(floors.coverage);
  });

  it('are judged by ids that are in the catalogue', () => {
    const ids = [...judgments].flatMap(([query, grades]) => [query, ...grades.keys()]);
    expect(ids.filter((id) => !projection.numbers.has(id))).toEqual([]);
  });
});
