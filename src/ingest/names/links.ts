/** Where something is named, in UTF-16 code units of the title, the text or the address of a page. */
export interface Span {
  in: 'title' | 'text' | 'address';
  text: string;
  start: number;
  end: number;
}

/** One thing of the catalogue that a text is about or speaks of. */
export interface Link {
  id: string;
  /** Of an instrument, where the text says which: `art. 4`, `art. 10(3), 12`, `§ 104a`; see `provisions.ts`. */
  provision?: string;
  /** 0–1: from where it is named and how often. */
  confidence: number;
  /** Where it is named first. */
  evidence: Span;
}

/** Something that plainly is an organisation or a law, and that the catalogue does not have: its name as it stands there. */
export interface Unlisted {
  name: string;
  confidence: number;
  evidence: Span;
}

/** A name of several, where nothing tells which one is meant. */
export interface OpenLink {
  field: 'countries' | 'themes' | 'instruments' | 'organisations' | 'project';
  candidates: string[];
  evidence: Span;
}

/** What a text is linked to, the surest first. */
export interface Links {
  countries: Link[];
  themes: Link[];
  instruments: Link[];
  organisations: Link[];
  projects: Link[];
  unlisted: { instruments: Unlisted[]; organisations: Unlisted[] };
  /** What a curator has to decide, in the order of the text. */
  open: OpenLink[];
}
