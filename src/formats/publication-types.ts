/** What a sort of publication is called in CSL, which BibTeX and RIS follow, and in schema.org. */
export interface TypeNames {
  csl: string;
  schema: string;
}

const report: TypeNames = { csl: 'report', schema: 'Report' };
const journalArticle = { csl: 'article-journal', schema: 'ScholarlyArticle' };
const book: TypeNames = { csl: 'book', schema: 'Book' };
const article: TypeNames = { csl: 'document', schema: 'Article' };
const work: TypeNames = { csl: 'document', schema: 'CreativeWork' };

/** By the `type` of a publication; what is not here is a report, as most grey literature is. */
const types: Record<string, TypeNames> = {
  article,
  'legal commentary': article,
  book,
  'book chapter': { csl: 'chapter', schema: 'Chapter' },
  'journal issue': { csl: 'book', schema: 'PublicationIssue' },
  newsletter: { csl: 'document', schema: 'PublicationIssue' },
  magazine: { csl: 'document', schema: 'PublicationIssue' },
  news: { csl: 'article-newspaper', schema: 'NewsArticle' },
  'web resource': { csl: 'webpage', schema: 'WebPage' },
  thesis: { csl: 'thesis', schema: 'Thesis' },
  presentation: { csl: 'speech', schema: 'PresentationDigitalDocument' },
  interview: { csl: 'interview', schema: 'Article' },
  'case law': { csl: 'legal_case', schema: 'CreativeWork' },
  'parliamentary question': work,
};

/** The names of a type; an article of a journal is another thing than one on a page, and what has an ISBN is a book. */
export function namesOfType(type: string | undefined, { inJournal = false, hasIsbn = false } = {}): TypeNames {
  if (type === undefined) return hasIsbn ? book : work;
  const names = Object.hasOwn(types, type) ? types[type]! : report;
  if (names === article && inJournal) return journalArticle;
  return hasIsbn && names === report && /^(guide|handbook|toolkit)$/.test(type) ? book : names;
}
