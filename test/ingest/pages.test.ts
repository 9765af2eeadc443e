import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { f1Of, scoresOf, undercut } from '../../bench/ingest.ts';
import { readSeed } from '../../bench/quality-measures.ts';
import { foldText } from '../../src/fold.ts';
import { createDraft } from '../../src/ingest/draft.ts';
import { namedEntity } from '../../src/ingest/names/names-of.ts';
import { createNames } from '../../src/ingest/names/names.ts';
import { decodePage } from '../../src/ingest/page/decode-page.ts';

const seed = readSeed();
const ids = new Set(seed.map(({ id }) => id));
const types = new Set(seed.flatMap((record) => (record.kind === 'publication' && record.type ? [record.type] : [])));

const inSeed = (kind: string) => (key: string) => ids.has(`${kind}/${key}`);
const names = z.array(z.string().min(1)).refine((given) => new Set(given).size === given.length, 'a name stands twice');
const date = z.string().regex(/^\d{4}(-(0\d|1[0-2])(-([0-2]\d|3[01]))?)?$/);

/** What an expected.json may say; a field that is not here is a slip of the pen. */
const expectedSchema = z.strictObject({
  url: z.url({ hostname: /\.(example|test)$/ }),
  title: z.string().min(1),
  altTitles: names.optional(),
  date: date.optional(),
  language: z.string().regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/),
  type: z.string().refine((type) => types.has(type), 'no type of the catalogue').optional(),
  publishers: names,
  authors: names,
  countries: z.array(z.string().refine(inSeed('country'), 'no ISO code of a country')),
  organisations: names,
  instruments: names,
  themes: z.array(z.string().refine(inSeed('theme'), 'no theme of the seed')),
  projects: names,
  relatedTitles: names,
  mentionedPublications: names.optional(),
  doi: z.string().regex(/^10\.\d{4,}\/\S+$/).optional(),
  isbn: z.string().refine(isIsbn, 'no ISBN').optional(),
  contentNote: z.literal(true).optional(),
  may: z.record(z.string(), names).optional(),
  notLiteral: names.optional(),
  provisions: z.array(z.string().refine((part) => ids.has(part.split(' ')[0]!), 'a part of no instrument')).optional(),
  ids: z.record(z.string(), z.string().refine((id) => ids.has(id), 'no id of the seed')).optional(),
  note: z.string().min(20),
}); // prettier-ignore

const pagesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      given: JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as z.infer<typeof expectedSchema>,
      source: readFileSync(
        join(folder, name, existsSync(join(folder, name, 'source.html')) ? 'source.html' : 'source.txt'),
      ),
    }));

describe.each(['test/pages', 'test/unseen-pages'])('the judged pages of %s', (folder) => {
  const pages = pagesIn(folder);

  it.each(pages)('$name says what is expected in words that are known', ({ given }) => {
    expect(expectedSchema.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toBe(undefined); // prettier-ignore
  });

  it.each(pages)('$name has on it what is expected of it', ({ given, source }) => {
    const page = foldText(textOf(decodePage(source)));
    const lists = ['publishers', 'authors', 'organisations', 'instruments', 'projects', 'relatedTitles', 'mentionedPublications'] as const; // prettier-ignore
    const said: (readonly [string, string])[] = [
      ['title', given.title],
      ...lists.flatMap((field) => (given[field] ?? []).map((value) => [field, value] as const)),
    ];
    const missing = said.filter(
      ([field, value]) =>
        !given.notLiteral?.includes(`${field}: ${value}`) && !reorders(value).some((form) => page.includes(form)),
    );
    expect(missing).toEqual([]);
  });

  it('say what a name means only where they expect it', () => {
    for (const { given } of pages) {
      const fields = ['publishers', 'authors', 'organisations', 'instruments', 'projects'] as const;
      const all = fields.flatMap((field) => [...given[field], ...(given.may?.[field] ?? [])]);
      expect(Object.keys(given.ids ?? {}).filter((name) => !all.includes(name))).toEqual([]);
    }
  });

  it('leave no address, number or name of a private person in a draft', () => {
    const catalogue = createNames(seed.map(namedEntity));
    for (const { name, given, source } of pages) {
      const draft = JSON.stringify(createDraft(decodePage(source), catalogue, { file: name, url: given.url }));
      expect([name, draft.match(privacies)?.[0]]).toEqual([name, undefined]);
    }
  });

  it('are read at least as well as they were before', () => {
    expect(undercut(folder, f1Of(scoresOf(folder)))).toEqual([]);
  });
});

it('our own pages are sixty at least of HTML, in ten languages, of which ten have no date and five nothing to link', () => {
  const pages = pagesIn('test/pages');
  expect(pages.filter(({ name }) => existsSync(join('test/pages', name, 'source.html'))).length).toBeGreaterThanOrEqual(
    60,
  );
  expect(new Set(pages.map(({ given }) => given.language)).size).toBeGreaterThanOrEqual(10);
  expect(pages.filter(({ given }) => !given.date).length).toBeGreaterThanOrEqual(10);
  const empty = pages.filter(({ given }) => [given.organisations, given.countries, given.instruments, given.themes].every((list) => list.length === 0)); // prettier-ignore
  expect(empty.length).toBeGreaterThanOrEqual(5);
});

/** The addresses, numbers and persons that stand on the pages so that they are left there. */
const privacies =
  /[\w.]+@[\w.]+|(?<![\d-])(?:0[ /]?){8,}|John Placeholder|Jane Nobody|Mila X|TownFan88|Chad Mockford|ionel_88/;

/** Everything a reader or a program may read off a page: words, attributes and data, with entities and escapes resolved. */
function textOf(html: string): string {
  const words = html.replace(/<!--[^]*?-->/g, '').replace(/<(?:br|span|div|td|p|li|h\d)\b[^>]*>/gi, ' ');
  const bare = `${words.replace(/<[^>]*>/g, '')} ${html}`;
  return bare
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(?:[a-z]+|#x[\da-f]+);/gi, (entity) => entities[entity] ?? ' ')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

const entities: Record<string, string> = {
  '&iacute;': 'í', '&uuml;': 'ü', '&sect;': '§', '&eacute;': 'é', '&egrave;': 'è', '&ecirc;': 'ê', '&agrave;': 'à',
  '&acirc;': 'â', '&ccedil;': 'ç', '&ocirc;': 'ô', '&rsquo;': '’', '&lsquo;': '‘', '&laquo;': '«', '&raquo;': '»',
  '&ndash;': '–',
}; // prettier-ignore

/** A name as it is and family name first, folded. */
function reorders(name: string): string[] {
  const words = name.split(' ');
  return [name, ...words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(' '))].map(foldText);
}

function isIsbn(isbn: string): boolean {
  const sum = [...isbn].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return /^97[89]\d{10}$/.test(isbn) && sum % 10 === 0;
}
