import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createRandom } from './random.ts';
import { words } from './vocabulary.ts';

/** What stands for the variables of a query. */
export type Variables = Record<string, string | number>;

/** What the questions are about, many of each so that no answer is simply given again. */
export interface ApiTargets {
  publications: Variables[];
  /** A country, a theme that stands together with it, and a year. */
  filters: Variables[];
  /** A publication, and a theme, legal instrument, organisation or project. */
  ends: Variables[];
  /** One of the two words that nearly all titles and summaries hold. */
  words: Variables[];
  /** Two of the most frequent words, and a year. */
  searches: Variables[];
  /** The one question that has no variables. */
  all: Variables[];
}

interface Line {
  kind: string;
  id: string;
  title?: string;
  countries?: string[];
  themes?: string[];
}

/** Draws `count` targets of each kind from a file of records, the same for the same file. */
export async function drawApiTargets(file: string, count = 500, seed = 11): Promise<ApiTargets> {
  const publications: Line[] = [];
  const others: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const record = JSON.parse(line) as Line;
    if (record.kind === 'publication') publications.push(record);
    else if (record.kind !== 'country') others.push(record.id);
  }
  const { between } = createRandom(seed);
  const one = <Item>(list: Item[]) => list[between(0, list.length - 1)]!;
  const many = <Item>(make: () => Item) => Array.from({ length: count }, make);
  return {
    publications: many(() => ({ id: one(publications).id })),
    filters: many(() => {
      const { countries, themes } = one(publications);
      return { country: one(countries!), theme: one(themes!), year: between(2000, 2022) };
    }),
    ends: many(() => ({ from: one(publications).id, to: one(others) })),
    all: [{}],
    words: many(() => ({ text: one(words.slice(0, 2)) })),
    searches: many(() => ({
      text: `${one(words.slice(0, 20))} ${one(words.slice(0, 20))}`,
      year: between(2000, 2022),
    })),
  };
}
