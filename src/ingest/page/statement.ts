import type { Place } from '../found.ts';

/** One thing that the markup of a page says of the page, before it is known what others say. */
export interface Statement {
  field: 'titles' | 'dates' | 'languages' | 'types' | 'publishers' | 'authors' | 'dois' | 'isbns' | 'urls' | 'sites';
  value: string;
  from: Place['from'];
  /** How far it is to be believed, 0–1. */
  confidence: number;
  /** As it stands there, where that is more than the value: `Published: 5 March 2021`. */
  text?: string;
}
