/**
 * The records of the catalogue as they stand in seed, import and export files: one JSON object a line, `kind` first.
 * Plain types; this file imports nothing. Ids are `<kind>/<key>`, dates ISO strings cut to what is known
 * (`2021`, `2021-03`, `2021-03-05`), languages BCP 47, countries `country/<ISO 3166-1 alpha-2>`.
 */

/** The kinds of entity, as they stand in ids, records and URL paths. */
export const kinds = ['publication', 'organisation', 'country', 'instrument', 'theme', 'project', 'person'] as const;
export type Kind = (typeof kinds)[number];

/** A text in several languages by BCP 47 tag; `und` where the language is not known. */
export type Labels = Record<string, string>;

/** Where a record or a link comes from, and whether anybody has seen it there. One of `url` and `file` is set. */
export interface Source {
  url?: string;
  file?: string;
  /** `ingest` where no person has read it there, but this program: that stands beside what people say of the same place. */
  readBy?: 'ingest';
  /** ISO date of retrieval. */
  retrieved?: string;
  licence?: string;
  /** False for what is known from memory, by rule or from a listing alone. */
  verified: boolean;
  /** Fields of a verified record that are doubtful all the same, such as `date` or `titles.en`. */
  unverifiedFields?: string[];
  note?: string;
}

/** What every link in the graph carries beside its two ends. */
export interface Provenance {
  source: Source;
  method: 'curated' | 'metadata' | 'mention';
  /** 0–1. */
  confidence: number;
  /** What of the source says so. */
  evidence?: Evidence;
  reviewedBy?: string;
}

/** A passage of a source. */
export interface Evidence {
  /** Word for word. */
  text: string;
  /** Where it stands: in the `title` or `text` of a page, or in its markup, such as `json-ld`. */
  in?: string;
  /** In UTF-16 code units of the title or text, where it stands in one. */
  start?: number;
  end?: number;
}

/** The fields of a publication that hold links. */
export const publicationLinks = [
  'publishers', 'authors', 'countries', 'instruments', 'themes', 'project', 'translationOf', 'editionOf', 'cites',
] as const; // prettier-ignore

/** How one link of a record was found, where no curator has written it. */
export interface FoundLink extends Omit<Provenance, 'source'> {
  /** The field it stands in, and the id there; of an instrument also the provision. */
  field: (typeof publicationLinks)[number];
  to: string;
  provision?: string;
}

interface Entity {
  id: string;
  /** Identifiers elsewhere: `https://ror.org/…`, `https://www.wikidata.org/entity/…`, `https://orcid.org/…` */
  sameAs?: string[];
  source: Source;
}

export interface Publication extends Entity {
  kind: 'publication';
  title: string;
  titles?: Labels;
  summary?: string;
  language?: string;
  /** Every language the work itself is in, where there are several. */
  languages?: string[];
  date?: string;
  type?: string;
  url?: string;
  urls?: string[];
  doi?: string;
  isbn?: string;
  publishers?: string[];
  authors?: string[];
  countries?: string[];
  instruments?: (string | { id: string; provision: string })[];
  themes?: string[];
  project?: string;
  translationOf?: string;
  editionOf?: string;
  cites?: string[];
  contentNote?: string;
  /** How links of this record were found; those that are not told of are curated. */
  provenance?: FoundLink[];
}

export interface Organisation extends Entity {
  kind: 'organisation';
  name: string;
  names?: Labels;
  aliases?: string[];
  acronym?: string;
  type?: string;
  country?: string;
  founded?: string;
  website?: string;
  memberOf?: string[];
}

export interface Country extends Entity {
  kind: 'country';
  name: string;
  names?: Labels;
}

export type InstrumentRelation = 'amends' | 'repeals' | 'implements' | 'protocolTo' | 'replacedBy';

/** A country's standing towards an instrument; `source` where it is not the instrument's own. */
export interface Party {
  country: string;
  status: string;
  date?: string;
  source?: Source;
}

export interface Instrument extends Entity {
  kind: 'instrument';
  title: string;
  titles?: Labels;
  aliases?: string[];
  type?: string;
  jurisdiction?: string;
  adopted?: string;
  inForce?: string;
  identifiers?: string[];
  relations?: { type: InstrumentRelation; to: string }[];
  parties?: Party[];
}

/** A SKOS concept. */
export interface Theme extends Entity {
  kind: 'theme';
  prefLabel: Labels;
  altLabel?: Record<string, string[]>;
  broader?: string[];
  related?: string[];
  exactMatch?: string[];
  closeMatch?: string[];
}

export interface Project extends Entity {
  kind: 'project';
  title: string;
  acronym?: string;
  coordinator?: string;
  partners?: string[];
  funders?: string[];
  countries?: string[];
  start?: string;
  end?: string;
}

export interface Person extends Entity {
  kind: 'person';
  name: string;
}

export type CatalogueRecord = Publication | Organisation | Country | Instrument | Theme | Project | Person;

/** The kind an id belongs to, or null when it is no id of this catalogue. */
export function kindOf(id: string): Kind | null {
  const prefix = id.slice(0, id.indexOf('/'));
  return id.length > prefix.length + 1 && (kinds as readonly string[]).includes(prefix) ? (prefix as Kind) : null;
}
