import { named, type PlacedElement } from './page-elements.ts';
import type { Statement } from './statement.ts';

type Meaning = Pick<Statement, 'field' | 'from' | 'confidence'>;

/** The names of meta tags that belong together: which they are, and what each says how surely. */
interface Vocabulary {
  from: Statement['from'];
  /** How its names begin. What is cut off of them is not in the table. */
  prefix: RegExp;
  meanings: [field: Statement['field'], confidence: number, names: string][];
}

/** The first vocabulary that a name belongs to is the one that explains it. Dates of change say nothing of the issue. */
const vocabularies: Vocabulary[] = [
  {
    from: 'citation',
    prefix: /^(?:bepress_)?citation_/,
    meanings: [
      ['titles', 0.95, 'title'],
      ['dates', 0.95, 'publication_date cover_date'],
      ['dates', 0.9, 'date year'],
      ['dates', 0.5, 'online_date'],
      ['authors', 0.95, 'author authors'],
      ['publishers', 0.9, 'publisher technical_report_institution dissertation_institution'],
      ['languages', 0.9, 'language'],
      ['dois', 0.95, 'doi'],
      ['isbns', 0.95, 'isbn'],
      ['urls', 0.8, 'public_url abstract_html_url abstract_url'],
      ['urls', 0.7, 'pdf_url fulltext_html_url'],
    ],
  },
  {
    from: 'dublin-core',
    prefix: /^(?:dc|dcterms|dc\.terms|eprints|prism|eli)[.:]/,
    meanings: [
      ['titles', 0.85, 'title'],
      ['dates', 0.9, 'date.issued issued publicationdate date_document'],
      ['dates', 0.8, 'date_publication'],
      ['dates', 0.75, 'date'],
      ['dates', 0.5, 'created date.created'],
      ['dates', 0.3, 'available date.available datesubmitted date.submitted dateaccepted'],
      ['authors', 0.85, 'creator creator.personalname creators_name'],
      ['publishers', 0.85, 'publisher'],
      ['languages', 0.85, 'language'],
      ['types', 0.8, 'type'],
      ['dois', 0.9, 'doi identifier.doi'],
      ['dois', 0.8, 'identifier identifier.uri id_number'],
      ['isbns', 0.8, 'identifier identifier.isbn isbn'],
      ['urls', 0.6, 'identifier.uri'],
    ],
  },
  {
    from: 'open-graph',
    prefix: /^(?:og:(?=article:|book:)|(?=og:|article:|book:))/,
    meanings: [
      ['titles', 0.7, 'og:title'],
      ['dates', 0.9, 'book:release_date'],
      ['dates', 0.8, 'article:published_time article:published og:published_time'],
      ['authors', 0.8, 'book:author'],
      ['authors', 0.5, 'article:author'],
      ['isbns', 0.9, 'book:isbn'],
      ['types', 0.4, 'og:type'],
      ['languages', 0.4, 'og:locale'],
      ['urls', 0.6, 'og:url'],
      ['sites', 0.9, 'og:site_name'],
    ],
  },
  {
    from: 'meta',
    prefix: /^/,
    meanings: [
      ['titles', 0.6, 'twitter:title headline'],
      ['titles', 0.5, 'title'],
      ['dates', 0.8, 'datepublished parsely-pub-date sailthru.date publication_date publication-date publicationdate'],
      ['dates', 0.7, 'pubdate publishdate publish-date publish_date dateissued issued release_date'],
      ['dates', 0.5, 'date datecreated'],
      ['dates', 0.3, 'created uploaddate'],
      ['authors', 0.6, 'author parsely-author sailthru.author'],
      ['publishers', 0.6, 'publisher'],
      ['languages', 0.7, 'inlanguage'],
      ['languages', 0.4, 'content-language language'],
      ['isbns', 0.8, 'isbn'],
      ['sites', 0.6, 'application-name'],
    ],
  },
];

const explained = vocabularies.map(({ from, prefix, meanings }) => {
  const byName = new Map<string, Meaning[]>();
  for (const [field, confidence, names] of meanings)
    for (const name of names.split(' ')) byName.set(name, [...(byName.get(name) ?? []), { field, from, confidence }]);
  return { prefix, byName };
});

const namedIn = ['name', 'property', 'itemprop', 'http-equiv'];

/** What the meta tags of a page say: Highwire's `citation_*`, Dublin Core, Open Graph and plain ones. */
export function metaTags(all: readonly PlacedElement[]): Statement[] {
  const statements: Statement[] = [];
  for (const tag of named(all, 'meta')) {
    const text = tag.getAttribute('content')?.trim();
    if (!text) continue;
    const name = namedIn.map((attribute) => tag.getAttribute(attribute)?.trim().toLowerCase()).find(Boolean);
    for (const meaning of meaningsOf(name ?? '')) {
      const values = meaning.field === 'authors' ? text.split(/\s*;\s*/) : [text];
      for (const value of values) statements.push({ ...meaning, value, text });
    }
  }
  return statements;
}

function meaningsOf(name: string): Meaning[] {
  const vocabulary = explained.find(({ prefix }) => prefix.test(name));
  return vocabulary?.byName.get(name.replace(vocabulary.prefix, '')) ?? [];
}
