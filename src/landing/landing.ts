import type { RelatedAnswer } from '../api/related-answer.ts';
import type { Described } from '../formats/described.ts';
import type { CatalogueRecord, Publication } from '../model.ts';
import type { RelationName } from '../relations.ts';
import type { Place } from './frame.ts';
import type { ToldStatement } from './statement.ts';
import type { PageLanguage } from './words.ts';

/** All that the page of an entity shows. */
export interface Landing {
  described: Described;
  /** What has a link to it, publications apart: some of it, and how many there are. */
  linking: readonly { relation: RelationName; some: readonly Linking[]; total: number }[];
  /** Other versions of the same work. */
  translations: readonly Publication[];
  editions: readonly Publication[];
  related: RelatedAnswer;
  /** What each reason of each related item stands on, in their order. */
  statements: readonly (readonly (readonly ToldStatement[])[])[];
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
  /** The path of the page's script, where it is built. */
  script: string | undefined;
}

/** An entity that has a link to another, and what the link says beside, such as the standing of a country. */
export interface Linking {
  record: CatalogueRecord;
  note?: string;
}

/** A landing with what every part of the page needs. */
export interface Shown extends Landing, Place {}

/** What the ways of a page go by: the address of the site, and the language where the reader chose it. */
export interface Linked {
  base: string;
  isChosen: boolean;
  language: string;
}

/** The way to something on this server, from whichever page; the language goes with it where the reader chose it. */
export function linkMaker({ base, isChosen, language }: Linked): Place['link'] {
  const prefix = new URL(base).pathname.replace(/\/$/, '');
  return (path, parameters = {}) => {
    const query = new URLSearchParams({ ...(isChosen && { language }), ...parameters });
    return `${prefix}/${path}${query.size > 0 ? `?${query}` : ''}`;
  };
}
