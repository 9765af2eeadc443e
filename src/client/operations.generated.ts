/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What is said to a question: yes, or no, which is remembered and not asked again unless it is reopened. */
export type Decision =
  | 'ACCEPT'
  | 'REJECT';

/** By what publications are counted. */
export type Dimension =
  | 'COUNTRY'
  | 'INSTRUMENT'
  | 'LANGUAGE'
  | 'PROJECT'
  | 'PUBLISHER'
  | 'THEME'
  | 'TYPE'
  | 'YEAR';

/** Where a page went: into the catalogue, into `reviews`, or nowhere, as it said nothing new. */
export type FiledIn =
  | 'GRAPH'
  | 'REVIEW'
  | 'UNCHANGED';

/** What an entity of the catalogue is. */
export type Kind =
  | 'COUNTRY'
  | 'INSTRUMENT'
  | 'ORGANISATION'
  | 'PERSON'
  | 'PROJECT'
  | 'PUBLICATION'
  | 'THEME';

/** What a page is: a new publication, one that is there, or another version of one. */
export type PlaceAs =
  | 'EDITION'
  | 'NEW'
  | 'SAME'
  | 'TRANSLATION';

/** Which publications are meant. Values of one field are alternatives; all fields given must hold. */
export type PublicationFilter = {
  /** Every one of these must hold too. */
  all?: Array<PublicationFilter> | null | undefined;
  /** At least one of these must hold too. */
  any?: Array<PublicationFilter> | null | undefined;
  /** Persons or organisations that wrote it. */
  authors?: Array<string> | null | undefined;
  /** Countries covered, such as `country/RS`. */
  countries?: Array<string> | null | undefined;
  /** Legal instruments referred to, such as `instrument/cets-197`. */
  instruments?: Array<string> | null | undefined;
  /** BCP 47 tags of any language it is in; `sr` includes `sr-Latn` and `sr-Cyrl`. */
  languages?: Array<string> | null | undefined;
  /** This must not hold. */
  not?: PublicationFilter | null | undefined;
  /** Projects it comes from, such as `project/rest`. */
  projects?: Array<string> | null | undefined;
  /** Organisations that published it, such as `organisation/astra`. */
  publishers?: Array<string> | null | undefined;
  /** All these words stand in the title, in any language, or in the summary; `"…"` is a phrase, `word*` a beginning. Upper case, accents and Serbian script make no difference; endings may; a word that stands nowhere may have one typo. The first 2,000 words of a publication are searched. */
  text?: string | null | undefined;
  /** Themes, such as `theme/residence-permit`; narrower ones are included. */
  themes?: Array<string> | null | undefined;
  /** Types, such as `report` or `policy brief`. */
  types?: Array<string> | null | undefined;
  /** Issued in this year or later; undated ones do not match. */
  yearFrom?: number | null | undefined;
  /** Issued in this year or earlier; undated ones do not match. */
  yearTo?: number | null | undefined;
};

/** The order of a list of publications. */
export type PublicationOrder =
  /** The same list from its end: undated ones first, then the oldest. */
  | 'DATE_ASC'
  /** The newest first, undated ones last, equal dates by id. */
  | 'DATE_DESC'
  /** What says `filter.text` best first, of equal ones the newer. Needs a text that all must say: one outside `any` and `not`. */
  | 'RELEVANCE'
  /** By title, as it stands on the work; accents and scripts make no difference. */
  | 'TITLE_ASC'
  /** The same list from its end. */
  | 'TITLE_DESC';

/** In what way two resources have something in common. */
export type ReasonKind =
  | 'AUTHOR'
  | 'CITATION'
  | 'COUNTRY'
  | 'INSTRUMENT'
  | 'PROJECT'
  | 'PUBLISHER'
  | 'TEXT'
  | 'THEME';

/** What became of a publication in the related list of a target. */
export type RelatedOutcome =
  /** They share something, but too little. */
  | 'BELOW_FLOOR'
  /** It would be there, if a list did not end after 100. */
  | 'BEYOND_THE_LIST'
  /** It is in the list, or another version of the same work is. */
  | 'LISTED'
  /** The two have nothing in common that is not common to everything. */
  | 'NOTHING_SHARED'
  /** They share little else than what very many publications share. */
  | 'ONLY_HUBS'
  /** It is the target itself, or a translation or edition of it. */
  | 'SAME_WORK';

/** What the related resources are wanted for: exactly one of `id`, `url` and `doi`, or a text that is not in the catalogue. */
export type RelatedTo = {
  /** The DOI of a publication. */
  doi?: string | null | undefined;
  /** A publication, or any other entity: then what to read about it. */
  id?: string | null | undefined;
  /** Its language, a BCP 47 tag; by default it is found out. */
  language?: string | null | undefined;
  /** The text of any page, plain or HTML, in a request of at most 100 kB: what it names is linked, its first 600 characters are compared. It is neither stored nor logged. */
  text?: string | null | undefined;
  /** The title of that text; by default its first line, or its first words. */
  title?: string | null | undefined;
  /** Any address of a publication. */
  url?: string | null | undefined;
};

/** How one entity stands to another, read from the record that states it: a publication is `ABOUT` a theme. */
export type Relation =
  | 'ABOUT'
  | 'ACTIVE_IN'
  | 'AMENDS'
  | 'AUTHORED_BY'
  | 'BASED_IN'
  | 'BROADER'
  | 'CITES'
  | 'COORDINATED_BY'
  | 'COVERS'
  | 'EDITION_OF'
  | 'FUNDED_BY'
  | 'HAS_PARTY'
  | 'IMPLEMENTS'
  | 'MEMBER_OF'
  | 'PARTNERED_BY'
  | 'PART_OF'
  | 'PROTOCOL_TO'
  | 'PUBLISHED_BY'
  | 'REFERS_TO'
  | 'RELATED'
  | 'REPEALS'
  | 'REPLACED_BY'
  | 'TRANSLATION_OF';

/** `DUPLICATE`: are the two one publication? `TRANSLATION`: is the first a translation of the second? `DRAFT`: shall the page go in as it was read? */
export type ReviewKind =
  | 'DRAFT'
  | 'DUPLICATE'
  | 'TRANSLATION';

/** How a question for a curator stands. */
export type ReviewStatus =
  | 'ACCEPTED'
  | 'OPEN'
  | 'REJECTED';

export type KindCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type KindCountsQuery = { status: { entities: Array<{ kind: Kind, count: number }> } };

export type OrganisationCardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type OrganisationCardsQuery = { list: { totalCount: number, nodes: Array<{ acronym: string | null, type: string | null, id: string, kind: Kind, label: string, country: { id: string, label: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CountryCardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type CountryCardsQuery = { list: { totalCount: number, nodes: Array<{ id: string, kind: Kind, label: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InstrumentCardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type InstrumentCardsQuery = { list: { totalCount: number, nodes: Array<{ type: string | null, adopted: string | null, jurisdiction: string | null, id: string, kind: Kind, label: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ThemeCardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type ThemeCardsQuery = { list: { totalCount: number, nodes: Array<{ id: string, kind: Kind, label: string, broader: Array<{ id: string, label: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProjectCardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type ProjectCardsQuery = { list: { totalCount: number, nodes: Array<{ acronym: string | null, start: string | null, end: string | null, id: string, kind: Kind, label: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PersonCardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type PersonCardsQuery = { list: { totalCount: number, nodes: Array<{ id: string, kind: Kind, label: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StatusQueryVariables = Exact<{ [key: string]: never; }>;


export type StatusQuery = { status: { engine: string, revision: number, entities: Array<{ kind: Kind, count: number }>, links: Array<{ relation: Relation, count: number }> } };

export type NodesQueryVariables = Exact<{
  ids: Array<string> | string;
  language?: string | null | undefined;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'Country', id: string, kind: Kind, label: string, sameAs: Array<string> }
    | { __typename: 'LegalInstrument', id: string, kind: Kind, label: string, sameAs: Array<string> }
    | { __typename: 'Organisation', id: string, kind: Kind, label: string, sameAs: Array<string> }
    | { __typename: 'Person', id: string, kind: Kind, label: string, sameAs: Array<string> }
    | { __typename: 'Project', id: string, kind: Kind, label: string, sameAs: Array<string> }
    | { __typename: 'Publication', id: string, kind: Kind, label: string, sameAs: Array<string> }
    | { __typename: 'Theme', id: string, kind: Kind, label: string, sameAs: Array<string> }
   | null> };

export type CountsQueryVariables = Exact<{
  by: Array<Dimension> | Dimension;
  filter?: PublicationFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type CountsQuery = { counts: Array<{ values: Array<string>, count: number }> };

export type PathsQueryVariables = Exact<{
  from: string;
  to: string;
  maxLength?: number | null | undefined;
}>;


export type PathsQuery = { path: Array<{ length: number, nodes: Array<
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
    >, hops: Array<{ statement: { relation: Relation, from:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
        , to:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         } | null }> }> };

export type InstrumentQueryVariables = Exact<{
  id: string;
}>;


export type InstrumentQuery = { instrument: { id: string, title: string, parties: Array<{ status: string, date: string | null, country: { id: string }, statement: { source: { url: string | null, file: string | null } } }>, protocolTo: Array<{ id: string }>, amends: Array<{ id: string }>, amendedBy: Array<{ id: string }>, supersededBy: Array<{ id: string }>, publications: { totalCount: number } } | null };

export type CountryQueryVariables = Exact<{
  id: string;
}>;


export type CountryQuery = { country: { id: string, name: string, instruments: Array<{ status: string, date: string | null, instrument: { id: string } }>, publications: { totalCount: number } } | null };

export type ReviewsQueryVariables = Exact<{
  status?: ReviewStatus | null | undefined;
  kind?: ReviewKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReviewsQuery = { reviews: { totalCount: number, kinds: Array<{ kind: ReviewKind, count: number }>, nodes: Array<{ id: string, kind: ReviewKind, status: ReviewStatus, title: string | null, evidence: Array<string>, fromId: string, intoId: string | null, decidedBy: string | null, decided: string | null, from:
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
       | null, into:
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
        | { id: string, label: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReviewQueryVariables = Exact<{
  id: string;
}>;


export type ReviewQuery = { review: { id: string, kind: ReviewKind, status: ReviewStatus, title: string | null, evidence: Array<string>, without: Array<string>, page: unknown, fromId: string, intoId: string | null, decidedBy: string | null, decided: string | null } | null };

export type DecideMutationVariables = Exact<{
  id: string;
  decision: Decision;
  reason?: string | null | undefined;
  without?: Array<string> | string | null | undefined;
  as?: PlaceAs | null | undefined;
  of?: string | null | undefined;
}>;


export type DecideMutation = { decide: { revision: number, review: { id: string, status: ReviewStatus, intoId: string | null } } };

export type ReopenMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type ReopenMutation = { reopen: { revision: number, review: { id: string, status: ReviewStatus } } };

export type ImportRecordsMutationVariables = Exact<{
  records: Array<unknown> | unknown;
  reason?: string | null | undefined;
  review?: boolean | null | undefined;
}>;


export type ImportRecordsMutation = { importRecords: { revision: number, read: number, created: number, updated: number, unchanged: number, rejected: number, proposed: number, rejections: Array<{ index: number, field: string, value: unknown, reason: string }> } };

export type MergeMutationVariables = Exact<{
  from: string;
  into: string;
  reason?: string | null | undefined;
}>;


export type MergeMutation = { merge: { revision: number, id: string, entity:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     | null } };

export type WithdrawMutationVariables = Exact<{
  id: string;
  reason: string;
  source?: string | null | undefined;
  erase?: boolean | null | undefined;
}>;


export type WithdrawMutation = { withdraw: { revision: number, id: string, entity:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     | null } };

export type UndoMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type UndoMutation = { undo: { revision: number, id: string, entity:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     | null } };

export type IngestPageMutationVariables = Exact<{
  html?: string | null | undefined;
  text?: string | null | undefined;
  file?: string | null | undefined;
  name?: string | null | undefined;
  url?: string | null | undefined;
  write?: boolean | null | undefined;
  ask?: boolean | null | undefined;
  reason?: string | null | undefined;
}>;


export type IngestPageMutation = { ingestPage: { revision: number, draft: unknown, skipped: string | null, filed: FiledIn | null, id: string | null, question: string | null, waits: Array<string>, page: { title: string, text: string } | null } };

export type ComparedQueryVariables = Exact<{
  ids: Array<string> | string;
  language?: string | null | undefined;
}>;


export type ComparedQuery = { nodes: Array<
    | { id: string, kind: Kind, label: string, sameAs: Array<string>, sources: Array<{ url: string | null, file: string | null, verified: boolean }> }
    | { title: string, aliases: Array<string>, jurisdiction: string | null, adopted: string | null, inForce: string | null, identifiers: Array<string>, id: string, kind: Kind, label: string, sameAs: Array<string>, instrumentType: string | null, sources: Array<{ url: string | null, file: string | null, verified: boolean }> }
    | { name: string, acronym: string | null, aliases: Array<string>, founded: string | null, website: string | null, id: string, kind: Kind, label: string, sameAs: Array<string>, organisationType: string | null, country: { id: string, label: string } | null, sources: Array<{ url: string | null, file: string | null, verified: boolean }> }
    | { id: string, kind: Kind, label: string, sameAs: Array<string>, sources: Array<{ url: string | null, file: string | null, verified: boolean }> }
    | { title: string, acronym: string | null, start: string | null, end: string | null, id: string, kind: Kind, label: string, sameAs: Array<string>, sources: Array<{ url: string | null, file: string | null, verified: boolean }> }
    | { title: string, summary: string | null, language: string | null, date: string | null, type: string | null, url: string | null, urls: Array<string>, doi: string | null, isbn: string | null, id: string, kind: Kind, label: string, sameAs: Array<string>, titles: Array<{ language: string, text: string }>, publishers: Array<{ id: string, label: string }>, authors: Array<
        | { id: string, label: string }
        | { id: string, label: string }
      >, countries: Array<{ id: string, label: string }>, instruments: Array<{ id: string, label: string }>, themes: Array<{ id: string, label: string }>, project: { id: string, label: string } | null, translations: Array<{ id: string, label: string }>, sources: Array<{ url: string | null, file: string | null, verified: boolean }> }
    | { id: string, kind: Kind, label: string, sameAs: Array<string>, sources: Array<{ url: string | null, file: string | null, verified: boolean }> }
   | null> };

type Card_Country_Fragment = { id: string, kind: Kind, label: string };

type Card_LegalInstrument_Fragment = { type: string | null, adopted: string | null, jurisdiction: string | null, id: string, kind: Kind, label: string };

type Card_Organisation_Fragment = { acronym: string | null, type: string | null, id: string, kind: Kind, label: string, country: { id: string, label: string } | null };

type Card_Person_Fragment = { id: string, kind: Kind, label: string };

type Card_Project_Fragment = { acronym: string | null, start: string | null, end: string | null, id: string, kind: Kind, label: string };

type Card_Publication_Fragment = { title: string, language: string | null, date: string | null, type: string | null, summary: string | null, url: string | null, id: string, kind: Kind, label: string, publishers: Array<{ id: string, label: string }>, translations: Array<{ id: string, title: string, language: string | null }> };

type Card_Theme_Fragment = { id: string, kind: Kind, label: string, broader: Array<{ id: string, label: string }> };

export type CardFragment =
  | Card_Country_Fragment
  | Card_LegalInstrument_Fragment
  | Card_Organisation_Fragment
  | Card_Person_Fragment
  | Card_Project_Fragment
  | Card_Publication_Fragment
  | Card_Theme_Fragment
;

export type FacetShownFragment = { dimension: Dimension, values: Array<{ value: string, label: string, count: number }> };

export type SearchCardsQueryVariables = Exact<{
  text: string;
  kinds?: Array<Kind> | Kind | null | undefined;
  filter?: PublicationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  by: Array<Dimension> | Dimension;
  values?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type SearchCardsQuery = { search: { totalCount: number, kinds: Array<{ kind: Kind, count: number }>, takenAs: Array<{ word: string, words: Array<string> }>, facets: Array<{ dimension: Dimension, values: Array<{ value: string, label: string, count: number }> }>, edges: Array<{ snippet: string, node:
        | { id: string, kind: Kind, label: string }
        | { type: string | null, adopted: string | null, jurisdiction: string | null, id: string, kind: Kind, label: string }
        | { acronym: string | null, type: string | null, id: string, kind: Kind, label: string, country: { id: string, label: string } | null }
        | { id: string, kind: Kind, label: string }
        | { acronym: string | null, start: string | null, end: string | null, id: string, kind: Kind, label: string }
        | { title: string, language: string | null, date: string | null, type: string | null, summary: string | null, url: string | null, id: string, kind: Kind, label: string, publishers: Array<{ id: string, label: string }>, translations: Array<{ id: string, title: string, language: string | null }> }
        | { id: string, kind: Kind, label: string, broader: Array<{ id: string, label: string }> }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PublicationCardsQueryVariables = Exact<{
  filter?: PublicationFilter | null | undefined;
  orderBy?: PublicationOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
  by: Array<Dimension> | Dimension;
  values?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type PublicationCardsQuery = { publications: { totalCount: number, facets: Array<{ dimension: Dimension, values: Array<{ value: string, label: string, count: number }> }>, nodes: Array<{ title: string, language: string | null, date: string | null, type: string | null, summary: string | null, url: string | null, id: string, kind: Kind, label: string, publishers: Array<{ id: string, label: string }>, translations: Array<{ id: string, title: string, language: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OverviewQueryVariables = Exact<{
  first?: number | null | undefined;
  values?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type OverviewQuery = { status: { revision: number, entities: Array<{ kind: Kind, count: number }> }, publications: { nodes: Array<{ title: string, language: string | null, date: string | null, type: string | null, summary: string | null, url: string | null, id: string, kind: Kind, label: string, publishers: Array<{ id: string, label: string }>, translations: Array<{ id: string, title: string, language: string | null }> }>, facets: Array<{ dimension: Dimension, values: Array<{ value: string, label: string, count: number }> }> } };

export type ChoicesQueryVariables = Exact<{
  by: Array<Dimension> | Dimension;
  filter?: PublicationFilter | null | undefined;
  values?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type ChoicesQuery = { publications: { totalCount: number, facets: Array<{ dimension: Dimension, values: Array<{ value: string, label: string, count: number }> }> } };

export type CountriesCoveredQueryVariables = Exact<{
  filter: PublicationFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type CountriesCoveredQuery = { countries: { edges: Array<{ publicationCount: number, node: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CountriesWithoutQueryVariables = Exact<{
  filter: PublicationFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type CountriesWithoutQuery = { countries: { edges: Array<{ node: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PathsToldQueryVariables = Exact<{
  from: string;
  to: string;
  maxLength?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type PathsToldQuery = { path: Array<{ length: number, nodes: Array<
      | { id: string, kind: Kind, label: string }
      | { id: string, kind: Kind, label: string }
      | { id: string, kind: Kind, label: string }
      | { id: string, kind: Kind, label: string }
      | { id: string, kind: Kind, label: string }
      | { id: string, kind: Kind, label: string }
      | { id: string, kind: Kind, label: string }
    >, hops: Array<{ statement: { id: string, relation: Relation, provision: string | null, status: string | null, date: string | null, method: string, confidence: number, reviewedBy: string | null, evidence: { text: string } | null, from:
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
        , to:
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
        , source: { url: string | null, file: string | null, verified: boolean, licence: string | null } } | null }> }> };

export type StatementShownFragment = { id: string, relation: Relation, provision: string | null, status: string | null, date: string | null, method: string, confidence: number, reviewedBy: string | null, evidence: { text: string } | null, from:
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
  , to:
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
    | { id: string, label: string }
  , source: { url: string | null, file: string | null, verified: boolean, licence: string | null } };

export type NeighbourhoodQueryVariables = Exact<{
  of: string;
  hops?: number | null | undefined;
  first?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type NeighbourhoodQuery = { neighbourhood: { leftOut: number, nodes: Array<{ hops: number, node:
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
       | null }>, links: Array<{ relation: Relation, from: string, to: string }> } };

export type ReasonStatementsQueryVariables = Exact<{
  to: RelatedTo;
  first?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type ReasonStatementsQuery = { related: { edges: Array<{ node: { id: string }, reasons: Array<{ entity:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         | null, statements: Array<{ id: string, relation: Relation, provision: string | null, status: string | null, date: string | null, method: string, confidence: number, reviewedBy: string | null, evidence: { text: string } | null, from:
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
          , to:
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
            | { id: string, label: string }
          , source: { url: string | null, file: string | null, verified: boolean, licence: string | null } }> }> }> } };

export type PublicationQueryVariables = Exact<{
  id?: string | null | undefined;
  url?: string | null | undefined;
  doi?: string | null | undefined;
}>;


export type PublicationQuery = { publication: { id: string, title: string, language: string | null, date: string | null, type: string | null, url: string | null, sameAs: Array<string>, publishers: Array<{ id: string, name: string, country: { id: string } | null }>, authors: Array<
      | { id: string, name: string }
      | { id: string, name: string }
    >, countries: Array<{ id: string }>, instruments: Array<{ id: string }>, themes: Array<{ id: string, broader: Array<{ id: string }> }>, project: { id: string } | null, translations: Array<{ id: string }>, editions: Array<{ id: string }>, statements: Array<{ relation: Relation, provision: string | null, method: string, confidence: number, to:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      , source: { url: string | null, file: string | null, verified: boolean } }> } | null };

export type PublicationsQueryVariables = Exact<{
  filter?: PublicationFilter | null | undefined;
  orderBy?: PublicationOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PublicationsQuery = { publications: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, date: string | null } }> } };

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<Kind> | Kind | null | undefined;
  filter?: PublicationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  by: Array<Dimension> | Dimension;
  language?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, kinds: Array<{ kind: Kind, count: number }>, takenAs: Array<{ word: string, words: Array<string> }>, facets: Array<{ dimension: Dimension, values: Array<{ value: string, label: string, count: number }> }>, edges: Array<{ score: number, snippet: string, node:
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
        | { id: string, kind: Kind, label: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SuggestQueryVariables = Exact<{
  prefix: string;
  kinds?: Array<Kind> | Kind | null | undefined;
  first?: number | null | undefined;
  language?: string | null | undefined;
}>;


export type SuggestQuery = { suggest: Array<{ id: string, kind: Kind, label: string, hint: string }> };

export type RelatedQueryVariables = Exact<{
  to: RelatedTo;
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
  filter?: PublicationFilter | null | undefined;
}>;


export type RelatedQuery = { related: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, score: number, why: string, node: { id: string, title: string, language: string | null, date: string | null, url: string | null, publishers: Array<{ id: string, name: string }> }, alsoIn: Array<{ id: string, language: string | null }>, reasons: Array<{ kind: ReasonKind, share: number, text: string, words: Array<string>, replaced: boolean, entity:
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
          | { id: string, label: string }
         | null }> }> } };

export type RelatedEvidenceQueryVariables = Exact<{
  to: RelatedTo;
  first?: number | null | undefined;
}>;


export type RelatedEvidenceQuery = { related: { edges: Array<{ node: { id: string }, reasons: Array<{ kind: ReasonKind, entity:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         | null, statements: Array<{ id: string, relation: Relation, confidence: number, from:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
          , to:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
          , source: { url: string | null, file: string | null, verified: boolean } }> }> }> } };

export type ExplainQueryVariables = Exact<{
  from: string;
  to: string;
  language?: string | null | undefined;
}>;


export type ExplainQuery = { explain: { outcome: RelatedOutcome, text: string, score: number, floor: number, place: number | null, heldApart: boolean, listedAs: { id: string } | null, reasons: Array<{ kind: ReasonKind, share: number, text: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CardFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}
    `, {"fragmentName":"Card"}) as unknown as TypedDocumentString<CardFragment, unknown>;
export const FacetShownFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FacetShown on Facet {
  dimension
  values {
    value
    label(language: $language)
    count
  }
}
    `, {"fragmentName":"FacetShown"}) as unknown as TypedDocumentString<FacetShownFragment, unknown>;
export const StatementShownFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StatementShown on Statement {
  id
  relation
  provision
  status
  date
  method
  confidence
  reviewedBy
  evidence {
    text
  }
  from {
    id
    label(language: $language)
  }
  to {
    id
    label(language: $language)
  }
  source {
    url
    file
    verified
    licence
  }
}
    `, {"fragmentName":"StatementShown"}) as unknown as TypedDocumentString<StatementShownFragment, unknown>;
export const KindCountsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query KindCounts {
  status {
    entities {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<KindCountsQuery, KindCountsQueryVariables>;
export const OrganisationCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrganisationCards($first: Int = 20, $after: String, $language: String) {
  list: organisations(first: $first, after: $after) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}`) as unknown as TypedDocumentString<OrganisationCardsQuery, OrganisationCardsQueryVariables>;
export const CountryCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CountryCards($first: Int = 20, $after: String, $language: String) {
  list: countries(first: $first, after: $after) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}`) as unknown as TypedDocumentString<CountryCardsQuery, CountryCardsQueryVariables>;
export const InstrumentCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InstrumentCards($first: Int = 20, $after: String, $language: String) {
  list: instruments(first: $first, after: $after) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}`) as unknown as TypedDocumentString<InstrumentCardsQuery, InstrumentCardsQueryVariables>;
export const ThemeCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ThemeCards($first: Int = 20, $after: String, $language: String) {
  list: themes(first: $first, after: $after) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}`) as unknown as TypedDocumentString<ThemeCardsQuery, ThemeCardsQueryVariables>;
export const ProjectCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ProjectCards($first: Int = 20, $after: String, $language: String) {
  list: projects(first: $first, after: $after) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}`) as unknown as TypedDocumentString<ProjectCardsQuery, ProjectCardsQueryVariables>;
export const PersonCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PersonCards($first: Int = 20, $after: String, $language: String) {
  list: persons(first: $first, after: $after) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}`) as unknown as TypedDocumentString<PersonCardsQuery, PersonCardsQueryVariables>;
export const StatusDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Status {
  status {
    engine
    revision
    entities {
      kind
      count
    }
    links {
      relation
      count
    }
  }
}
    `) as unknown as TypedDocumentString<StatusQuery, StatusQueryVariables>;
export const NodesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Nodes($ids: [ID!]!, $language: String) {
  nodes(ids: $ids) {
    __typename
    id
    kind
    label(language: $language)
    sameAs
  }
}
    `) as unknown as TypedDocumentString<NodesQuery, NodesQueryVariables>;
export const CountsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Counts($by: [Dimension!]!, $filter: PublicationFilter, $first: Int) {
  counts(by: $by, filter: $filter, first: $first) {
    values
    count
  }
}
    `) as unknown as TypedDocumentString<CountsQuery, CountsQueryVariables>;
export const PathsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Paths($from: ID!, $to: ID!, $maxLength: Int = 6) {
  path(from: $from, to: $to, maxLength: $maxLength) {
    length
    nodes {
      id
    }
    hops {
      statement {
        relation
        from {
          id
        }
        to {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const InstrumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Instrument($id: ID!) {
  instrument(id: $id) {
    id
    title
    parties {
      status
      date
      country {
        id
      }
      statement {
        source {
          url
          file
        }
      }
    }
    protocolTo {
      id
    }
    amends {
      id
    }
    amendedBy {
      id
    }
    supersededBy {
      id
    }
    publications {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<InstrumentQuery, InstrumentQueryVariables>;
export const CountryDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Country($id: ID!) {
  country(id: $id) {
    id
    name
    instruments {
      status
      date
      instrument {
        id
      }
    }
    publications {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<CountryQuery, CountryQueryVariables>;
export const ReviewsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Reviews($status: ReviewStatus, $kind: ReviewKind, $first: Int, $after: String) {
  reviews(status: $status, kind: $kind, first: $first, after: $after) {
    totalCount
    kinds {
      kind
      count
    }
    nodes {
      id
      kind
      status
      title
      evidence
      fromId
      intoId
      from {
        id
        label
      }
      into {
        id
        label
      }
      decidedBy
      decided
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const ReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Review($id: ID!) {
  review(id: $id) {
    id
    kind
    status
    title
    evidence
    without
    page
    fromId
    intoId
    decidedBy
    decided
  }
}
    `) as unknown as TypedDocumentString<ReviewQuery, ReviewQueryVariables>;
export const DecideDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Decide($id: ID!, $decision: Decision!, $reason: String, $without: [String!], $as: PlaceAs, $of: ID) {
  decide(
    id: $id
    decision: $decision
    reason: $reason
    without: $without
    as: $as
    of: $of
  ) {
    revision
    review {
      id
      status
      intoId
    }
  }
}
    `) as unknown as TypedDocumentString<DecideMutation, DecideMutationVariables>;
export const ReopenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Reopen($id: ID!, $reason: String) {
  reopen(id: $id, reason: $reason) {
    revision
    review {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ReopenMutation, ReopenMutationVariables>;
export const ImportRecordsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ImportRecords($records: [JSON!]!, $reason: String, $review: Boolean) {
  importRecords(records: $records, reason: $reason, review: $review) {
    revision
    read
    created
    updated
    unchanged
    rejected
    proposed
    rejections {
      index
      field
      value
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<ImportRecordsMutation, ImportRecordsMutationVariables>;
export const MergeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Merge($from: ID!, $into: ID!, $reason: String) {
  merge(from: $from, into: $into, reason: $reason) {
    revision
    id
    entity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MergeMutation, MergeMutationVariables>;
export const WithdrawDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Withdraw($id: ID!, $reason: String!, $source: String, $erase: Boolean) {
  withdraw(id: $id, reason: $reason, source: $source, erase: $erase) {
    revision
    id
    entity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawMutation, WithdrawMutationVariables>;
export const UndoDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Undo($id: ID!, $reason: String) {
  undo(id: $id, reason: $reason) {
    revision
    id
    entity {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UndoMutation, UndoMutationVariables>;
export const IngestPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IngestPage($html: String, $text: String, $file: String, $name: String, $url: String, $write: Boolean, $ask: Boolean, $reason: String) {
  ingestPage(
    html: $html
    text: $text
    file: $file
    name: $name
    url: $url
    write: $write
    ask: $ask
    reason: $reason
  ) {
    revision
    draft
    page {
      title
      text
    }
    skipped
    filed
    id
    question
    waits
  }
}
    `) as unknown as TypedDocumentString<IngestPageMutation, IngestPageMutationVariables>;
export const ComparedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Compared($ids: [ID!]!, $language: String) {
  nodes(ids: $ids) {
    id
    kind
    label(language: $language)
    ... on Publication {
      title
      titles {
        language
        text
      }
      summary
      language
      date
      type
      url
      urls
      doi
      isbn
      publishers {
        id
        label(language: $language)
      }
      authors {
        ... on Node {
          id
          label(language: $language)
        }
      }
      countries {
        id
        label(language: $language)
      }
      instruments {
        id
        label(language: $language)
      }
      themes {
        id
        label(language: $language)
      }
      project {
        id
        label(language: $language)
      }
      translations {
        id
        label(language: $language)
      }
    }
    ... on Organisation {
      name
      acronym
      aliases
      organisationType: type
      founded
      website
      country {
        id
        label(language: $language)
      }
    }
    ... on LegalInstrument {
      title
      aliases
      instrumentType: type
      jurisdiction
      adopted
      inForce
      identifiers
    }
    ... on Project {
      title
      acronym
      start
      end
    }
    sameAs
    sources {
      url
      file
      verified
    }
  }
}
    `) as unknown as TypedDocumentString<ComparedQuery, ComparedQueryVariables>;
export const SearchCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SearchCards($text: String!, $kinds: [Kind!], $filter: PublicationFilter, $first: Int = 20, $after: String, $by: [Dimension!]!, $values: Int = 8, $language: String) {
  search(
    text: $text
    kinds: $kinds
    filter: $filter
    first: $first
    after: $after
  ) {
    totalCount
    kinds {
      kind
      count
    }
    takenAs {
      word
      words
    }
    facets(by: $by, first: $values) {
      ...FacetShown
    }
    edges {
      snippet
      node {
        ...Card
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}
fragment FacetShown on Facet {
  dimension
  values {
    value
    label(language: $language)
    count
  }
}`) as unknown as TypedDocumentString<SearchCardsQuery, SearchCardsQueryVariables>;
export const PublicationCardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublicationCards($filter: PublicationFilter, $orderBy: PublicationOrder! = DATE_DESC, $first: Int = 20, $after: String, $by: [Dimension!]!, $values: Int = 8, $language: String) {
  publications(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    facets(by: $by, first: $values) {
      ...FacetShown
    }
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}
fragment FacetShown on Facet {
  dimension
  values {
    value
    label(language: $language)
    count
  }
}`) as unknown as TypedDocumentString<PublicationCardsQuery, PublicationCardsQueryVariables>;
export const OverviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Overview($first: Int = 6, $values: Int = 18, $language: String) {
  status {
    revision
    entities {
      kind
      count
    }
  }
  publications(first: $first, orderBy: DATE_DESC) {
    nodes {
      ...Card
    }
    facets(by: [THEME, COUNTRY], first: $values) {
      ...FacetShown
    }
  }
}
    fragment Card on Node {
  id
  kind
  label(language: $language)
  ... on Publication {
    title
    language
    date
    type
    summary
    url
    publishers {
      id
      label(language: $language)
    }
    translations {
      id
      title
      language
    }
  }
  ... on Organisation {
    acronym
    type
    country {
      id
      label(language: $language)
    }
  }
  ... on LegalInstrument {
    type
    adopted
    jurisdiction
  }
  ... on Theme {
    broader {
      id
      label(language: $language)
    }
  }
  ... on Project {
    acronym
    start
    end
  }
}
fragment FacetShown on Facet {
  dimension
  values {
    value
    label(language: $language)
    count
  }
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const ChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Choices($by: [Dimension!]!, $filter: PublicationFilter, $values: Int = 100, $language: String) {
  publications(filter: $filter, first: 1) {
    totalCount
    facets(by: $by, first: $values) {
      ...FacetShown
    }
  }
}
    fragment FacetShown on Facet {
  dimension
  values {
    value
    label(language: $language)
    count
  }
}`) as unknown as TypedDocumentString<ChoicesQuery, ChoicesQueryVariables>;
export const CountriesCoveredDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CountriesCovered($filter: PublicationFilter!, $first: Int = 100, $after: String, $language: String) {
  countries(
    filter: {publications: $filter}
    orderBy: PUBLICATIONS_DESC
    first: $first
    after: $after
  ) {
    edges {
      publicationCount
      node {
        id
        name(language: $language)
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CountriesCoveredQuery, CountriesCoveredQueryVariables>;
export const CountriesWithoutDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CountriesWithout($filter: PublicationFilter!, $first: Int = 100, $after: String, $language: String) {
  countries(filter: {withoutPublications: $filter}, first: $first, after: $after) {
    edges {
      node {
        id
        name(language: $language)
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CountriesWithoutQuery, CountriesWithoutQueryVariables>;
export const PathsToldDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PathsTold($from: ID!, $to: ID!, $maxLength: Int = 6, $language: String) {
  path(from: $from, to: $to, maxLength: $maxLength) {
    length
    nodes {
      id
      kind
      label(language: $language)
    }
    hops {
      statement {
        ...StatementShown
      }
    }
  }
}
    fragment StatementShown on Statement {
  id
  relation
  provision
  status
  date
  method
  confidence
  reviewedBy
  evidence {
    text
  }
  from {
    id
    label(language: $language)
  }
  to {
    id
    label(language: $language)
  }
  source {
    url
    file
    verified
    licence
  }
}`) as unknown as TypedDocumentString<PathsToldQuery, PathsToldQueryVariables>;
export const NeighbourhoodDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Neighbourhood($of: ID!, $hops: Int = 1, $first: Int = 150, $language: String) {
  neighbourhood(of: $of, hops: $hops, first: $first) {
    leftOut
    nodes {
      hops
      node {
        id
        kind
        label(language: $language)
      }
    }
    links {
      relation
      from
      to
    }
  }
}
    `) as unknown as TypedDocumentString<NeighbourhoodQuery, NeighbourhoodQueryVariables>;
export const ReasonStatementsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReasonStatements($to: RelatedTo!, $first: Int = 6, $language: String) {
  related(to: $to, first: $first, language: $language) {
    edges {
      node {
        id
      }
      reasons {
        entity {
          id
        }
        statements {
          ...StatementShown
        }
      }
    }
  }
}
    fragment StatementShown on Statement {
  id
  relation
  provision
  status
  date
  method
  confidence
  reviewedBy
  evidence {
    text
  }
  from {
    id
    label(language: $language)
  }
  to {
    id
    label(language: $language)
  }
  source {
    url
    file
    verified
    licence
  }
}`) as unknown as TypedDocumentString<ReasonStatementsQuery, ReasonStatementsQueryVariables>;
export const PublicationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Publication($id: ID, $url: String, $doi: String) {
  publication(id: $id, url: $url, doi: $doi) {
    id
    title
    language
    date
    type
    url
    sameAs
    publishers {
      id
      name
      country {
        id
      }
    }
    authors {
      ... on Person {
        id
        name
      }
      ... on Organisation {
        id
        name
      }
    }
    countries {
      id
    }
    instruments {
      id
    }
    themes {
      id
      broader {
        id
      }
    }
    project {
      id
    }
    translations {
      id
    }
    editions {
      id
    }
    statements {
      relation
      provision
      method
      confidence
      to {
        id
      }
      source {
        url
        file
        verified
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PublicationQuery, PublicationQueryVariables>;
export const PublicationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Publications($filter: PublicationFilter, $orderBy: PublicationOrder! = DATE_DESC, $first: Int, $after: String, $last: Int, $before: String) {
  publications(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    edges {
      cursor
      node {
        id
        date
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PublicationsQuery, PublicationsQueryVariables>;
export const SearchDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Search($text: String!, $kinds: [Kind!], $filter: PublicationFilter, $first: Int, $after: String, $by: [Dimension!]!, $language: String) {
  search(
    text: $text
    kinds: $kinds
    filter: $filter
    first: $first
    after: $after
  ) {
    totalCount
    kinds {
      kind
      count
    }
    takenAs {
      word
      words
    }
    facets(by: $by) {
      dimension
      values {
        value
        label(language: $language)
        count
      }
    }
    edges {
      score
      snippet
      node {
        id
        kind
        label(language: $language)
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SuggestDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Suggest($prefix: String!, $kinds: [Kind!], $first: Int, $language: String) {
  suggest(prefix: $prefix, kinds: $kinds, first: $first, language: $language) {
    id
    kind
    label
    hint
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const RelatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Related($to: RelatedTo!, $first: Int = 6, $after: String, $language: String, $filter: PublicationFilter) {
  related(
    to: $to
    first: $first
    after: $after
    language: $language
    filter: $filter
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      score
      why
      node {
        id
        title
        language
        date
        url
        publishers {
          id
          name
        }
      }
      alsoIn {
        id
        language
      }
      reasons {
        kind
        share
        text
        entity {
          id
          label(language: $language)
        }
        words
        replaced
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RelatedQuery, RelatedQueryVariables>;
export const RelatedEvidenceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RelatedEvidence($to: RelatedTo!, $first: Int = 6) {
  related(to: $to, first: $first) {
    edges {
      node {
        id
      }
      reasons {
        kind
        entity {
          id
        }
        statements {
          id
          relation
          confidence
          from {
            id
          }
          to {
            id
          }
          source {
            url
            file
            verified
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RelatedEvidenceQuery, RelatedEvidenceQueryVariables>;
export const ExplainDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Explain($from: ID!, $to: ID!, $language: String) {
  explain(from: $from, to: $to, language: $language) {
    outcome
    text
    score
    floor
    place
    heldApart
    listedAs {
      id
    }
    reasons {
      kind
      share
      text
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainQuery, ExplainQueryVariables>;