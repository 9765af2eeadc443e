import type { RelatedAnswer } from '../api/related-answer.ts';
import type { Described } from '../formats/described.ts';
import type { CatalogueRecord, Publication } from '../model.ts';
import type { RelationName } from '../relations.ts';
import type { PageLanguage, Word } from './words.ts';

/** All that the page of an entity shows. */
export interface Landing {
  described: Described;
  /** What has a link to it, publications apart: some of it, and how many there are. */
  linking: readonly { relation: RelationName; some: readonly Linking[]; total: number }[];
  /** Other versions of the same work. */
  translations: readonly Publication[];
  editions: readonly Publication[];
  related: RelatedAnswer;
  /** As it stands in a list of references; null for what is not cited. */
  citation: string | null;
  /** The formats there are of it, beside the page. */
  formats: readonly { name: string; title: string; mediaType: string }[];
  /** The language of names, where there are any in it. */
  language: string;
  /** The language of the page's own words. */
  told: PageLanguage;
  /** Whether the reader has asked for that language by the address: then links keep it. */
  isChosen: boolean;
}

/** An entity that has a link to another, and what the link says beside, such as the standing of a country. */
export interface Linking {
  record: CatalogueRecord;
  note?: string;
}

/** A landing with what every part of the page needs. */
export interface Shown extends Landing {
  say(word: Word): string;
  /** The way to an entity or another path of this server. */
  link(path: string, parameters?: Record<string, string>): string;
}

/** The way to something on this server, from whichever page; the language goes with it where the reader chose it. */
export function linkMaker({ described, isChosen, language }: Landing): Shown['link'] {
  const prefix = new URL(described.base).pathname.replace(/\/$/, '');
  return (path, parameters = {}) => {
    const query = new URLSearchParams({ ...(isChosen && { language }), ...parameters });
    return `${prefix}/${path}${query.size > 0 ? `?${query}` : ''}`;
  };
}
