import type { CatalogueRecord, Labels } from '../../model.ts';
import { codeOf, sortOf } from './instrument-sorts.ts';
import { countryWords } from './country-words.ts';
import type { Name, NamedEntity } from './names.ts';
import { numberedForms } from './numbered-laws.ts';

/** A record as something to be found in texts, with the country it belongs to. Persons and publications have no names. */
export function namedEntity(record: CatalogueRecord): NamedEntity {
  const { id, kind } = record;
  const entity: NamedEntity = { id, names: namesOf(record), country: countryOf(record) };
  if (kind === 'organisation') return { ...entity, website: record.website };
  if (kind === 'theme') return { ...entity, broader: record.broader };
  return kind === 'instrument' ? { ...entity, sort: sortOf(record), code: codeOf(record) } : entity;
}

/** The names of a record that may stand in a text: labels, aliases, acronyms, identifiers, and how people shorten them. */
export function namesOf(record: CatalogueRecord): Name[] {
  switch (record.kind) {
    case 'organisation': {
      const { name, names, aliases = [], acronym, type } = record;
      if (type === 'project or network' && /project$/i.test(name)) return []; // who it is stands with the project
      return [...[name, ...aliases].flatMap(variants), ...(acronym ? [acronym] : [])]
        .map(named)
        .concat(labelled(names));
    }
    case 'project':
      return [...variants(record.title), ...(record.acronym ? [record.acronym] : [])].map(named);
    case 'instrument': {
      const { title, titles = {}, aliases = [], identifiers = [] } = record;
      const texts = [
        title,
        ...Object.values(titles),
        ...[...aliases, ...identifiers.filter(isItsOwn)].flatMap(spellings),
      ];
      const numbered = record.type === 'code provision' ? [] : numberedForms(record); // of the provision, not of the law
      return [...texts.flatMap(variants), ...texts.flatMap(shortForms), ...numbered].map(named);
    }
    case 'theme': {
      const labels = [...labelled(record.prefLabel), ...Object.entries(record.altLabel ?? {}).flatMap(several)];
      return labels.flatMap((name) => choices(name.text).map((text) => ({ ...name, text, inflects: true })));
    }
    case 'country': {
      const { names = [], words = [] } = countryWords.get(record.id.slice('country/'.length)) ?? {};
      const own = [{ text: record.name, language: 'en' }, ...labelled(record.names)];
      return [
        ...own.flatMap((name) => variants(name.text).map((text) => ({ ...name, text, inflects: true }))),
        ...names.map(named),
        ...words.map((word) => ({ ...word, inflects: true, derived: true })),
        ...elsewhere(record.id.slice('country/'.length), record.names),
      ];
    }
    default:
      return [];
  }
}

/** Languages that the catalogue has no names of countries in: what Unicode calls them. */
const others = ['el', 'hu', 'cs', 'sk', 'sl', 'da', 'fi'].map((language) => ({
  language,
  display: new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
}));

const elsewhere = (code: string, known: Labels = {}): Name[] =>
  others.flatMap(({ language, display }) => {
    const text = language in known || !/^[A-Z]{2}$/.test(code) ? undefined : display.of(code);
    return text ? [{ text, language, inflects: true }] : [];
  });

const named = (text: string): Name => ({ text });

const labelled = (labels: Labels = {}): Name[] =>
  Object.entries(labels).flatMap(([tag, text]) => several([tag, [text]]));

const several = ([tag, texts]: [string, string[]]): Name[] =>
  texts.map((text) => (tag === 'und' ? { text } : { text, language: tag }));

/** Types of organisation that work in their own country; of others it is only the seat. */
const nowhereElse = /^(NGO|government|national rapporteur|NHRI|hotline)$/;

function countryOf(record: CatalogueRecord): string | undefined {
  if (record.kind === 'organisation') return nowhereElse.test(record.type ?? '') ? record.country : undefined;
  const code = record.kind === 'instrument' ? record.jurisdiction : undefined;
  return code && /^[A-Z]{2}$/.test(code) && code !== 'EU' && code !== 'UN' ? `country/${code}` : undefined;
}

/**
 * A name and what is written for it: without what stands in brackets, the short and the long half of `KOK – Long
 * name`, `&` as `and`, `US` written out.
 */
function variants(name: string): string[] {
  const bare = name.replace(/\s+\([^()]*\)/g, '').trim();
  const bracketed = [...name.matchAll(/\(([^()]{3,})\)/g)].map((found) => found[1]!).filter((text) => !/\d/.test(text));
  const [short = '', ...halves] = bare.split(/\s+[–—-]\s+/);
  const long = halves.length === 1 && halves[0]!.split(' ').length > 2 && short.length <= 12 ? [short, ...halves] : [];
  const acronyms = bracketed.filter(
    (text) => (/^\p{Lu}[\p{L}-]*\p{Lu}$/u.test(text) && !/^[IVXLC]+$/.test(text)) || name.startsWith('Myanmar'),
  );
  const own = /^UK (\p{Lu}\p{L}+ \p{Lu}.+)$/u.exec(bare)?.[1] ?? ''; // as it calls itself: `Home Office`
  const all = [...new Set([name, bare, own, ...long, ...acronyms])].filter(Boolean);
  return all.flatMap((text) => [text, ...written(text)]);
}

const abbreviations: [RegExp, string][] = [
  [/ & /g, ' and '],
  [/^(US|U\.S\.) (?=\p{L}{4})/u, 'United States '],
  [/^UN (?=\p{L}{4})/u, 'United Nations '],
  [/^EU (?=\p{L}{4})/u, 'European Union '],
  [/^UK (?=\p{L}{4})/u, 'United Kingdom '],
];

const written = (text: string) =>
  abbreviations.filter(([short]) => short.test(text)).map(([short, long]) => text.replace(short, long));

/** What was proposed is not what was adopted. */
const isItsOwn = (identifier: string) => !identifier.startsWith('proposal ');

const ofTheIlo: Record<string, string> = { C: 'Convention', P: 'Protocol', R: 'Recommendation' };

/** `CETS 197` is cited as `Treaty Series No. 197`, `ILO C029` as `Convention No. 29`, `COM(2012) 286 final` without `final`. */
function spellings(identifier: string): string[] {
  const bare = identifier.replace(/^(CELEX|ELI|consolidated CELEX)\s+/, '').replace(/\s+final$/, '');
  const [, sort, place] = /^ILO ([CPR])0*(\d+)$/.exec(bare) ?? [];
  if (sort) return [bare, `ILO ${ofTheIlo[sort]} No. ${place}`, `ILO ${ofTheIlo[sort]} ${place}`];
  const [, series, number] = /^(C?ETS) 0*(\d+)$/.exec(bare) ?? [];
  if (!series) return /^[\d/]+$/.test(bare) ? [] : [bare];
  const council = `Council of Europe Treaty Series No. ${number}`;
  return [
    bare,
    `${series} No. ${number}`,
    council,
    `European Treaty Series No. ${number}`,
    `STCE n° ${number}`,
    `SEV ${number}`,
  ];
}

/** Acts of the Union by their number alone in every language, and laws before what tells of their subject. */
function shortForms(title: string): string[] {
  const [, year, number] = /^(?:\p{L}+ ){1,3}((?:19|20)\d\d)\/(\d+)\/(?:EU|EC|JHA|EEC|UE)\b/u.exec(title) ?? [];
  const [, next, nextNumber] = /^\p{L}+ \(EU\) (20\d\d)\/(\d+)\b/u.exec(title) ?? [];
  const union = ['EU', 'UE', 'EG', 'EC', 'CE', 'EZ', 'EK', 'EÚ', 'ΕΕ', 'ЕС', 'ЄС', 'JHA', 'JI', 'JAI'];
  const forms = number ? union.flatMap((name) => [`${year}/${number}/${name}`, `${name}/${year}/${number}`]) : [];
  if (nextNumber)
    forms.push(
      ...['EU', 'UE', 'EÚ', 'ΕΕ', 'ЕС', 'ЄС'].map((name) => `(${name}) ${next}/${nextNumber}`),
      `Directive ${next}/${nextNumber}`,
    );
  const head = /^(.*?\d.*?)\s+(of|du|din|privind|cu privire|relative|pentru)\s/.exec(title)?.[1];
  const comma = /^([^,]+ \d+[^,]*),\s+[a-zé]+\.?\s\d/.exec(title)?.[1];
  const code = /^([^,\d(]+ [^,\d(]+ [^,\d(]+ [^,\d(]+), [a-zčé]+\.? \d/u.exec(title)?.[1];
  const undated = /^(.{20,}),\s(?:1[89]|20)\d\d(?:\s\(No\. \d+\))?$/.exec(title)?.[1]; // `Protocol of 2014 to …, 1930`
  const italian = /^Legge (\d.*?\d)(?: \(|$)/.exec(title)?.[1]; // `L. 2 luglio 2010 n. 108`
  if (italian) forms.push(`L. ${italian}`);
  return [...forms, ...[head, comma, code, undated].filter((text) => text !== undefined)];
}

/** `réparation / indemnisation` are two labels; what stands in brackets is a third, or an explanation. */
function choices(label: string): string[] {
  const bare = label.replace(/\s*\([^()]*\)/g, '').trim();
  const bracketed = [...label.matchAll(/\(([^()\s]{3,})\)/g)].map((found) => found[1]!);
  return [...bare.split(/\s+\/\s+/), ...bracketed].filter(Boolean).flatMap(turned);
}

/** `victim identification` is the `identification of victims`; `protection of victims` is theirs, and protecting them. */
function turned(label: string): string[] {
  const [, what, whose] = /^(\p{Ll}+) (?:of|in) (\p{Ll}+)$/u.exec(label) ?? [];
  if (what) return [label, `${whose} ${what}`, `${what} ${whose}`, `${what} of ${whose}`];
  const [, first, second] = /^(\p{Ll}+)(?:'s?|’s?)? (\p{Ll}+(?:ion|ing|ment|ance|s))$/u.exec(label) ?? [];
  if (first) return [label, `${second} of ${first}`, `${second} ${first}`];
  return /^\p{Ll}{4,} \p{Ll}{4,}$/u.test(label) ? [label, label.replace(' ', '')] : [label]; // `healthcare`
}
