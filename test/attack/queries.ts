import { getIntrospectionQuery } from 'graphql';
import { query, times, type Attack } from './attack.ts';

const nest = (count: number, open: string, close: string, inner: string) =>
  `${open.repeat(count)}${inner}${close.repeat(count)}`;
const related = 'related(first: 1) { nodes { ';

/** Queries that are too deep, too wide, too long or go in circles. */
export const hostileQueries: Attack[] = [
  query(
    'a cycle 8 deep',
    `{ publication(id: "publication/brief") { ${nest(8, related, '}}', 'id')} } }`,
    200,
    'QUERY_TOO_COSTLY',
  ),
  query(
    'a cycle 300 deep',
    `{ publication(id: "publication/brief") { ${nest(180, related, '}}', 'id')} } }`,
    200,
    'GRAPHQL_PARSE_FAILED',
  ),
  query(
    'pages in pages',
    '{ publications(first: 100) { nodes { publishers { publications(first: 100) { nodes { id } } } } } }',
    200,
    'QUERY_TOO_COSTLY',
  ),
  query('a page of all', '{ publications(first: 2147483647) { nodes { id } } }', 200, 'BAD_USER_INPUT'),
  query(
    'a page beyond all numbers',
    '{ publications(first: 99999999999) { nodes { id } } }',
    200,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  query('a page of less than nothing', '{ publications(first: -1) { nodes { id } } }', 200, 'BAD_USER_INPUT'),
  query(
    'a page by a variable',
    'query ($n: Int) { publications(first: $n) { nodes { publishers { publications(first: $n) { nodes { id } } } } } }',
    200,
    'QUERY_TOO_COSTLY',
    { n: 100 },
  ),
  query('a thousand ids', `{ nodes(ids: [${times(1_000, (i) => `"${i}"`)}]) { id } }`, 200, 'BAD_USER_INPUT'),
  query('a thousand ids by a variable', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', 200, 'QUERY_TOO_LARGE', {
    ids: Array.from({ length: 1_000 }, (_, i) => `publication/${i}`),
  }),
  query('100 aliases', `{ ${times(100, (i) => `a${i}: status { revision }`)} }`, 200, 'QUERY_TOO_LARGE'),
  query(
    '31 aliases further down',
    `{ publication(id: "publication/brief") { ${times(31, (i) => `a${i}: title`)} } }`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query(
    'searches by alias',
    `{ ${times(20, (i) => `a${i}: search(text: "x${i}") { totalCount }`)} }`,
    200,
    'QUERY_TOO_COSTLY',
  ),
  query(
    'paths by alias',
    `{ ${times(20, (i) => `a${i}: path(from: "country/RS", to: "country/AT", maxLength: 6) { length } b${i}: path(from: "country/RS", to: "theme/asylum") { length }`)} }`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query('the same field 1,000 times', `{ status { ${'revision '.repeat(1_000)} } }`, 200, 'QUERY_TOO_LARGE'),
  query(
    'equal fields with much below',
    `{ ${'publications { nodes { title } } '.repeat(180)} }`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query('100 directives', `{ status { revision ${'@include(if: true) '.repeat(100)} } }`, 200, 'QUERY_TOO_LARGE'),
  query(
    '100 directives that do not exist',
    `{ status { revision ${times(100, (i) => `@d${i}`)} } }`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query(
    'many operations',
    times(100, (i) => `query Q${i} { status { revision } }`),
    200,
    'QUERY_TOO_LARGE',
  ),
  query(
    'a fragment in itself',
    '{ ...A } fragment A on Query { status { revision } ...A }',
    200,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  query(
    'two fragments in each other',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    200,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  query(
    'fragments that double with every line',
    `{ ...F0 } ${times(28, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F28 on Query { status { revision } }`,
    200,
    'QUERY_TOO_COSTLY',
  ),
  query(
    'fragments in all fragments',
    `{ ${times(29, (i) => `...F${i}`)} } ${times(29, (i) => `fragment F${i} on Query { ${times(29, (j) => (j > i ? `...F${j}` : ''))} status { revision } }`)}`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query(
    'a chain of fragments',
    `{ ...F0 } ${times(180, (i) => `fragment F${i} on Query { ...F${i + 1} }`)}`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query(
    'inline fragments in one another',
    `{ ${nest(200, '... on Query { ', '}', 'status { revision }')} }`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query('1,000 fields that do not exist', `{ ${times(400, (i) => `x${i}`)} }`, 200, 'QUERY_TOO_LARGE'),
  query('19 fields that do not exist', `{ ${times(19, (i) => `publication${i}`)} }`, 200, 'GRAPHQL_VALIDATION_FAILED'),
  query(
    '500 variables',
    `query (${times(480, (i) => `$v${i}:Int`)}) { status { revision } }`,
    200,
    'GRAPHQL_PARSE_FAILED',
  ),
  query(
    'the whole schema, many times',
    `{ ${times(19, (i) => `a${i}: __schema { types { fields { type { fields { name } } } } }`)} }`,
    200,
    'QUERY_TOO_COSTLY',
  ),
  query(
    'the schema in circles',
    '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
    200,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  query(
    'fields of types by alias',
    `{ __schema { types { ${times(10, (i) => `a${i}: fields { type { ${times(1, (j) => `b${j}: fields { type { ${times(9, (k) => `c${i}${k}x: name`)} } }`)} } }`)} } } }`,
    200,
    'QUERY_TOO_LARGE',
  ),
  query('a subscription', 'subscription { status { revision } }', 200, 'OPERATION_RESOLUTION_FAILURE'),
  query(
    'a mutation without a key',
    'mutation { withdraw(id: "publication/brief", reason: "x") { id } }',
    401,
    'UNAUTHENTICATED',
  ),
  query('an operation named like a property', 'query __proto__ { status { revision } }', 200),
  query(
    'a filter without end',
    'query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }',
    200,
    'QUERY_TOO_LARGE',
    { f: Array.from({ length: 24 }).reduce<object>((inner) => ({ not: inner }), {}) },
  ),
  query(
    'a filter of many parts',
    'query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }',
    200,
    'BAD_USER_INPUT',
    { f: { any: Array.from({ length: 400 }, () => ({})) } },
  ),
  query(
    'twenty searches in a filter',
    'query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }',
    200,
    'QUERY_TOO_COSTLY',
    { f: { any: Array.from({ length: 30 }, (_, i) => ({ text: `x${i}` })) } },
  ),
  query(
    'counts of all by all',
    '{ counts(by: [COUNTRY, THEME, INSTRUMENT], first: 1000) { count } }',
    200,
    'BAD_USER_INPUT',
  ),
  query(
    'a neighbourhood without end',
    '{ neighbourhood(of: "country/RS", hops: 1000000, first: 1000000) { isWhole } }',
    200,
    'BAD_USER_INPUT',
  ),
  query(
    'a path without end',
    '{ path(from: "country/RS", to: "country/AT", maxLength: 2147483647) { length } }',
    200,
    'BAD_USER_INPUT',
  ),
  query('defer, which is not there', '{ status { ... @defer { revision } } }', 200, 'GRAPHQL_VALIDATION_FAILED'),
  query(
    'an enum that is none',
    '{ publications(orderBy: __proto__) { totalCount } }',
    200,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  query('the question of tools about the schema, with its descriptions', getIntrospectionQuery(), 200),
];
