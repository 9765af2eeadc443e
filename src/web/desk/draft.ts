/** What one value of a draft stands on, as `ingest` prints it. */
export interface Evidence {
  field: string;
  value: string;
  confidence: number;
  from: string;
  text: string;
  start?: number;
  end?: number;
}

/** What was read off a page, as the API gives it: as much of it as the desk shows. */
export interface Draft {
  file: string;
  title: string;
  date?: string;
  language?: string;
  type?: string;
  doi?: string;
  isbn?: string;
  contentNote?: string;
  publishers: string[];
  authors: string[];
  organisations: string[];
  countries: string[];
  instruments: (string | { id: string; provision: string })[];
  themes: string[];
  project?: string;
  translations: { language: string; url: string }[];
  urls: string[];
  evidence: Evidence[];
  open: { field: string; text: string; candidates: string[] }[];
}

/** What the catalogue takes a page for. */
export interface Known {
  outcome: 'new' | 'same' | 'translation' | 'edition' | 'unsure' | 'withdrawn';
  id?: string;
  because: string[];
}

/** The words of a page; only of one that was read in this sitting. */
export interface Words {
  title: string;
  text: string;
}

/** A page with all that is known of it, on the desk. */
export interface Sheet {
  draft: Draft;
  known: Known | undefined;
  waits: readonly string[];
  /** What stays out of it, as curators have said before. */
  without: readonly string[];
  words: Words | undefined;
}
