import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/fold.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import { passageOf } from '../../src/projection/passage.ts';
import { search } from '../../src/projection/search.ts';
import { suggest } from '../../src/projection/suggest.ts';
import { isOneEdit } from '../../src/projection/vocabulary.ts';
import { publication, source } from '../records.ts';
import { project } from './project.ts';

/** The keys of what a text finds in records, the best first. */
function found(records: readonly CatalogueRecord[], text: string, options = {}): string[] {
  const projection = project(records);
  const { nodes, scores } = search(projection, text, options);
  const keys = Array.from(nodes, (node) => ({ key: projection.ids[node]!.split('/')[1]!, score: scores[node]! }));
  return keys.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
}

const titled = (titles: Record<string, string>) =>
  Object.entries(titles).map(([key, title]) => publication(key, { title }));

const organisation = (key: string, fields: object): CatalogueRecord =>
  ({ kind: 'organisation', id: `organisation/${key}`, name: key, source, ...fields }) as CatalogueRecord;

describe('a search', () => {
  it('finds what has all the words, wherever they stand', () => {
    const records = [
      publication('both', { title: 'Asylum', summary: 'On courts.' }),
      publication('one', { title: 'Asylum' }),
      publication('translated', { title: 'Azil', titles: { en: 'Asylum and courts' } }),
    ];
    expect(found(records, 'courts asylum').sort()).toEqual(['both', 'translated']);
  });

  it('makes no difference between scripts, accents and case', () => {
    const records = [
      organisation('czztlj', { acronym: 'CZŽTLJ' }),
      ...titled({ a: 'Ђорђевић и жртве', b: 'Djordjević' }),
    ];
    for (const text of ['CZŽTLJ', 'czztlj', 'ЦЗЖТЉ']) expect(found(records, text)).toEqual(['czztlj']);
    for (const text of ['đorđević', 'Djordjevic', 'ЂОРЂЕВИЋ']) expect(found(records, text)).toEqual(['b', 'a']);
  });

  it('makes no difference where something that is not seen stands inside a word', () => {
    const records = [
      publication('soft', { title: 'Traf\u00ADfick\u00ADing in wo\u200Bmen' }),
      publication('plain', { title: 'Trafficking in women' }),
    ];
    expect(found(records, 'trafficking women').sort()).toEqual(['plain', 'soft']);
    expect(found(records, 'traf\u00ADficking \u2060wom\u200Den').sort()).toEqual(['plain', 'soft']);
    expect(passageOf('The traf\u00ADficking', new Set(['trafficking']))!.places).toEqual([{ start: 4, end: 16 }]);
  });

  it('takes a phrase as it is written, and not across two names', () => {
    const records = [
      ...titled({ a: 'human trafficking report', b: 'trafficking of human beings' }),
      organisation('c', { name: 'Human', aliases: ['Trafficking'] }),
    ];
    expect(found(records, '"human trafficking"')).toEqual(['a']);
    expect(found(records, 'human trafficking').sort()).toEqual(['a', 'b', 'c']);
  });

  it('finds endings, and with * all words that begin so', () => {
    const records = titled({ a: 'permit', b: 'permits', c: 'permission', d: 'permitted' });
    expect(found(records, 'permit').sort()).toEqual(['a', 'b']);
    expect(found(records, 'permits').sort()).toEqual(['a', 'b']);
    expect(found(records, 'perm*').sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(found(records, 'permit')[0]).toBe('a');
  });

  it('takes a word that stands nowhere for those one letter away, and says so', () => {
    const records = titled({ a: 'trafficking', b: 'Chile', c: 'child' });
    for (const text of ['traficking', 'traffikcing', 'traffiicking', 'trafficcing'])
      expect(found(records, text)).toEqual(['a']);
    expect(search(project(records), 'Traficking').takenAs).toEqual([{ word: 'traficking', words: ['trafficking'] }]);
    expect(found(records, 'chile')).toEqual(['b']); // it stands there: nothing else is meant
    expect(found(records, 'traiking')).toEqual([]);
  });

  it('does without function words where other words are there', () => {
    const records = titled({ a: 'Rights of victims', b: 'Victims’ rights', c: 'The Who', d: 'Rechte Opfer' });
    expect(found(records, 'the rights of victims')).toEqual(['a', 'b']);
    expect(found(records, 'die Rechte der Opfer')).toEqual(['d']);
    expect(found(records, 'the')).toEqual(['c']);
  });

  it('does without what an apostrophe leaves over', () => {
    const records = titled({
      a: 'Children’s rights',
      b: 'Child rights',
      c: 'Exploitation sexuelle',
      d: 'Diritti dell’uomo',
    });
    expect(found(records, "child's rights")).toEqual(['b']);
    expect(found(records, 'l’exploitation')).toEqual(['c']);
    expect(found(records, "d'exploitation sexuelle")).toEqual(['c']);
    expect(found(records, "nell'uomo")).toEqual(['d']);
  });

  it('tells which words stand nowhere, each once, also where nothing is near', () => {
    const { takenAs, nodes } = search(project(titled({ a: 'trafficking' })), 'xqzzzz trafficking xqzzzz xy');
    expect(takenAs).toEqual([
      { word: 'xqzzzz', words: [] },
      { word: 'xy', words: [] },
    ]);
    expect(nodes).toHaveLength(0);
  });

  it('looks for typos of the first few words alone, so that a long text of nonsense costs little', () => {
    const projection = project(titled({ a: 'asylum' }));
    const { takenAs } = search(projection, 'asylun asylux asyluy asyluz asylua');
    expect(takenAs.map(({ words }) => words.length)).toEqual([1, 1, 1, 1, 0]);
  });

  it('puts first what is called just so, then names before summaries and short names before long ones', () => {
    const records = [
      publication('summary', { title: 'Other', summary: 'asylum' }),
      publication('long', { title: 'asylum in the courts of a small country' }),
      publication('short', { title: 'asylum now' }),
      { kind: 'theme', id: 'theme/called', prefLabel: { en: 'Asylum' }, source } as CatalogueRecord,
    ];
    expect(found(records, 'ASYLUM')).toEqual(['called', 'short', 'long', 'summary']);
    const projection = project(records);
    expect(search(projection, 'asylum').scores[projection.numbers.get('theme/called')!]).toBe(1);
  });

  it('finds what a plain look at every text would find, whatever is asked', () => {
    const word = fc.constantFrom('law', 'laws', 'asylum', 'žrtva', 'жртва', 'court', 'border', 'ab');
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const phrase = text.map((words) => `"${words}"`);
    const query = fc.array(fc.oneof(word, phrase), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), query, (documents, parts) => {
        const records = documents.map(([title, summary], i) => publication(`p${i}`, { title, summary }));
        const holds = parts.map((part) =>
          part.startsWith('"') ? holdsPhrase(part) : holdsWord(part, documents.flat()),
        );
        const wanted = records.filter(({ title, summary }) => holds.every((hold) => hold(title) || hold(summary!)));
        expect(found(records, parts.join(' ')).sort()).toEqual(wanted.map(({ id }) => id.split('/')[1]).sort());
      }),
      { numRuns: 500 },
    );
    function holdsPhrase(part: string) {
      return (one: string) => ` ${foldText(one)} `.includes(` ${foldText(part)} `);
    }
    function holdsWord(part: string, all: string[]) {
      const asked = foldText(part);
      const stem = asked.length > 4 ? asked.replace(/s$/, '') : asked;
      const isMeant = (one: string) =>
        one === asked || (asked.length >= 4 && one.startsWith(stem) && one.length <= stem.length + 2);
      const isThere = all.some((one) => foldText(one).split(' ').some(isMeant));
      const isNear = (one: string) => asked.length >= 4 && isOneEdit(one, asked);
      return (one: string) =>
        foldText(one)
          .split(' ')
          .some(isThere ? isMeant : isNear);
    }
  });
});

describe('one edit', () => {
  it('is a letter more, less, another one, or two turned round', () => {
    for (const other of ['cours', 'courrt', 'coart', 'cuort', 'xcourt', 'ourt', 'courtx', 'courx'])
      expect(isOneEdit('court', other), other).toBe(true);
    for (const other of ['court', 'cors', 'cuotr', 'courtxx', 'c'])
      expect(isOneEdit('court', other), other).toBe(false);
  });
});

describe('suggestions', () => {
  const theme = (key: string, prefLabel: object): CatalogueRecord =>
    ({ kind: 'theme', id: `theme/${key}`, prefLabel, source }) as CatalogueRecord;
  const suggested = (records: readonly CatalogueRecord[], text: string) => {
    const projection = project(records);
    return suggest(projection, text, 10).map(({ node }) => projection.ids[node]);
  };

  it('are names that go on so: entities first, those with more links first, then publications', () => {
    const records = [
      publication('asylum-law', { title: 'Asylum law', themes: ['theme/asylum-seekers'] }),
      theme('asylum', { en: 'asylum' }),
      theme('asylum-seekers', { en: 'asylum seekers' }),
      theme('law', { en: 'law of asylum' }),
      publication('summary', { title: 'Other', summary: 'asylum' }),
    ];
    expect(suggested(records, 'asy')).toEqual([
      'theme/asylum-seekers',
      'theme/asylum',
      'publication/asylum-law',
      'theme/law',
    ]);
    expect(suggested(records, 'asylum s')).toEqual(['theme/asylum-seekers']);
    expect(suggested(records, 'asylum ')).toHaveLength(4);
  });

  it('are found by other names, in other scripts, and with one letter wrong', () => {
    const records = [theme('victims', { en: 'victims', 'sr-Cyrl': 'жртве трговине' })];
    for (const text of ['žrtve trg', 'жртве', 'ZRTVE', 'victm', 'vitcims'])
      expect(suggested(records, text)).toEqual(['theme/victims']);
    expect(suggested(records, 'xyz')).toEqual([]);
  });
});

describe('a passage', () => {
  it('is where the most words stand close together, cut at words, with their places', () => {
    const text = `${'first asylum then '.repeat(20)}the asylum court decides ${'and so on '.repeat(40)}`;
    const passage = passageOf(text, new Set(['asylum', 'court', 'decides']))!;
    const marked = passage.places.map(({ start, end }) => passage.text.slice(start, end));
    expect(marked).toEqual(expect.arrayContaining(['asylum', 'court', 'decides']));
    expect(passage.text.length).toBeLessThan(260);
    expect(passage.isCut).toEqual({ before: true, behind: true });
    expect(text).toContain(` ${passage.text} `);
  });

  it('keeps letters as they are written', () => {
    const passage = passageOf('Заштита жртава', new Set(['zrtava']))!;
    expect(passage.places.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['жртава']);
    expect(passageOf('nothing', new Set(['zrtava']))).toBeNull();
  });

  it('holds what was found where there are no spaces to cut at, and however often it stands there', () => {
    const unspaced = passageOf(`${'你'.repeat(300)}。人口贩运。${'好'.repeat(300)}`, new Set(['人口贩运']))!;
    expect(unspaced.places.map(({ start, end }) => unspaced.text.slice(start, end))).toEqual(['人口贩运']);
    const often = passageOf('court '.repeat(20_000), new Set(['court']))!;
    expect(often.places.length).toBeGreaterThan(20);
  });

  it('has all of its places within it, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bb', 'word', 'x'.repeat(300), '–', 'žrtva'), { maxLength: 120 }),
        (words) => {
          const passage = passageOf(words.join(' '), new Set(['bb', 'zrtva']));
          for (const { start, end } of passage?.places ?? [])
            expect(['bb', 'žrtva']).toContain(passage!.text.slice(start, end));
          expect(passage === null).toBe(!words.some((word) => word === 'bb' || word === 'žrtva'));
          if (passage) expect(passage.places.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
