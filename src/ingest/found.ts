/** Where on a page something was read. */
export interface Place {
  /**
   * What said it: markup that is meant for programs (`json-ld`, `citation`, `dublin-core`, `open-graph`, `meta`, `link`),
   * the page's structure (`html`: a heading, `<time>`, `<title>`), its title or text, or its address.
   */
  from: 'json-ld' | 'citation' | 'dublin-core' | 'open-graph' | 'meta' | 'link' | 'html' | 'title' | 'text' | 'address';
  /** As it stands there. */
  text: string;
  /** In UTF-16 code units of the title or the text, where it stands in one of them. */
  start?: number;
  end?: number;
}

/** What said something, and how sure it is, 0–1. */
export interface Origin {
  confidence: number;
  from: Place['from'];
}

/** A value that was read off a page: how sure it is (0–1), and where it stands. */
export interface Found<Value = string> {
  value: Value;
  confidence: number;
  place: Place;
}
