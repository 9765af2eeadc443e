/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** What an entity of the catalogue is. */
export type Kind =
  | 'COUNTRY'
  | 'INSTRUMENT'
  | 'ORGANISATION'
  | 'PERSON'
  | 'PROJECT'
  | 'PUBLICATION'
  | 'THEME';

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
  /** BCP 47 tags; `sr` includes `sr-Latn` and `sr-Cyrl`. */
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