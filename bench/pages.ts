import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a page says, as a person read it. Names as they stand there, countries by code, themes by key. */
export interface Expected {
  title: string;
  /** Other readings of the title that are as good. */
  altTitles?: string | string[];
  date?: string;
  year?: number;
  language: string;
  publishers: string[];
  authors: string[];
  countries: string[];
  instruments: string[];
  organisations: string[];
  themes: string[];
  projects?: string[];
  relatedTitles: string[];
  type?: string;
  doi?: string;
  isbn?: string;
  /** Whether it describes violence that a reader must be warned of. */
  contentNote?: boolean;
  /** Parts of instruments: an id and the words for the part, `instrument/echr Article 4`. */
  provisions?: string[];
  /** What may be found as well, by field, and is not missed where it is not: a person could read it either way. */
  may?: Record<string, string[]>;
  /** The entity that a name on the page means, so that no judgement leans on the names that are judged. */
  ids?: Record<string, string>;
}

/** A page and what is on it. */
export interface JudgedPage {
  name: string;
  content: Buffer;
  url?: string;
  expected: Expected;
  /** Whether nobody looked for the fields that are not stated, so that what is found in them is neither right nor wrong. */
  partly: boolean;
}

/**
 * The judged pages of a folder: a folder for each with `source.html` or `source.txt` and `expected.json`, or files beside
 * a `truth.jsonl` whose lines name them.
 */
export function readJudgedPages(folder: string): JudgedPage[] {
  const truth = join(folder, 'truth.jsonl');
  if (existsSync(truth))
    return readFileSync(truth, 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const { file, ...expected } = JSON.parse(line) as { file: string } & Partial<Expected>;
        return { name: file, content: readFileSync(join(folder, file)), expected: whole(expected), partly: true };
      });
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const { url, ...expected } = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as {
        url?: string;
      } & Partial<Expected>;
      const source = ['source.html', 'source.txt'].map((file) => join(folder, name, file)).find(existsSync);
      if (!source) throw new Error(`${join(folder, name)} has neither source.html nor source.txt.`);
      return { name, content: readFileSync(source), url, expected: whole(expected), partly: false };
    });
}

const whole = (given: Partial<Expected>): Expected => ({
  title: '',
  language: '',
  publishers: [],
  authors: [],
  countries: [],
  instruments: [],
  organisations: [],
  themes: [],
  relatedTitles: [],
  ...given,
});
