import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { body, told, type Attack } from './attack.ts';

const plain = '{"query":"{ status { revision } }"}';
const deep = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (extension: unknown) => JSON.stringify({ extensions: { persistedQuery: extension } });

const get = (
  name: string,
  search: string | [string, string][],
  status: number,
  code?: string,
  init: RequestInit = {},
): Attack => ({
  // prettier-ignore
  name,
  status,
  code,
  send: async ({ url }) => told(await fetch(`${url}/graphql?${new URLSearchParams(search)}`, init)),
});

const mutation = 'mutation { withdraw(id: "publication/brief", reason: "x") { id } }';

/** Bodies and addresses that are malformed, immense, disguised, or sent by a form of another site. */
export const hostileBodies: Attack[] = [
  body(
    '200 kB',
    JSON.stringify({ query: '{ status { revision } }', padding: 'x'.repeat(200_000) }),
    413,
    'BODY_TOO_LARGE',
  ),
  body('10 MB of nothing', ' '.repeat(10_000_000), 413, 'BODY_TOO_LARGE'),
  body('arrays in arrays', deep('[', ']'), 400, 'BODY_TOO_LARGE'),
  body(
    'objects in objects',
    `{"query":"{ status { revision } }","variables":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`,
    400,
    'BODY_TOO_LARGE',
  ),
  body('commas alone', `[${'1,'.repeat(49_000)}1]`, 400, 'BAD_REQUEST'),
  body('half of JSON', '{"query":"{ status', 400),
  body('JSON and more', `${plain}${plain}`, 400),
  body('a byte order mark', `\ufeff${plain}`, 200),
  body('bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400, 'BAD_REQUEST'),
  body(
    'a number beyond all numbers',
    `{"query":"query ($n: Int) { publications(first: $n) { totalCount } }","variables":{"n":1e400}}`,
    200,
    'BAD_USER_INPUT',
  ),
  body('a batch', `[${plain},${plain}]`, 400, 'BAD_REQUEST'),
  body('an immense batch', `[${Array(2_000).fill(plain).join(',')}]`, 400, 'BAD_REQUEST'),
  body('no query', '{}', 400, 'BAD_REQUEST'),
  body('a query of another type', '{"query":{"toString":"x"}}', 400, 'BAD_REQUEST'),
  body('variables of another type', '{"query":"{ status { revision } }","variables":"{}"}', 400, 'BAD_REQUEST'),
  body('variables as a list', '{"query":"{ status { revision } }","variables":[1]}', 400, 'BAD_REQUEST'),
  body(
    'an operation name of another type',
    '{"query":"{ status { revision } }","operationName":{"a":1}}',
    400,
    'BAD_REQUEST',
  ),
  body(
    'a prototype in the body',
    `{"query":"{ status { revision } }","__proto__":{"query":"{ x }"},"constructor":{"prototype":{"polluted":1}}}`,
    200,
  ),
  body(
    'a prototype in the variables',
    `{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"__proto__":{"id":"publication/brief"}}}`,
    200,
    'BAD_USER_INPUT',
  ),
  body(
    'a prototype in a filter',
    `{"query":"query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"text":"x"},"constructor":{"a":1}}}}`,
    200,
    'BAD_USER_INPUT',
  ),
  body('90 kB of comments', JSON.stringify({ query: `{ status { revision } } ${'#\n'.repeat(29_000)}` }), 200),
  body('90 kB of blanks in a query', JSON.stringify({ query: `{ status { revision } }${' '.repeat(90_000)}` }), 200),
  body(
    'a block string without end',
    JSON.stringify({ query: `{ search(text: """${'\n '.repeat(30_000)}` }),
    200,
    'GRAPHQL_PARSE_FAILED',
  ),
  body(
    'an escape that is half a letter',
    JSON.stringify({ query: '{ search(text: "\\uD800") { totalCount } }' }),
    200,
    'GRAPHQL_PARSE_FAILED',
  ),
  body(
    'a list in a list in a list in a query',
    JSON.stringify({ query: `{ nodes(ids: ${'['.repeat(700)}${']'.repeat(700)}) { id } }` }),
    200,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  body('packed, and said not to be', gzipSync(plain), 400),
  body('a form', 'query={status{revision}}', 415, undefined, 'application/x-www-form-urlencoded'),
  body(
    'a form with files',
    '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
    415,
    undefined,
    'multipart/form-data; boundary=x',
  ),
  body('JSON said to be text', plain, 415, undefined, 'text/plain'),
  body('JSON said to be nothing', plain, 415, undefined, ' '),
  body('a type that begins like JSON', plain, 415, undefined, 'application/json+x'),
  body('a charset that nobody reads (CVE-2026-23897)', plain, 415, undefined, 'application/json; charset=utf-32'),
  body('UTF-16 (CVE-2026-23897)', Buffer.from(plain, 'utf16le'), 415, undefined, 'application/json; charset=utf-16le'),
  body('a charset without end', plain, 415, undefined, `application/json; charset=${'x'.repeat(8_000)}`),
  body('two charsets', plain, 415, undefined, 'application/json; charset=utf-7; charset=utf-8'),
  body(
    'a hash that is none',
    persisted({ version: 1, sha256Hash: '../../etc/passwd' }),
    200,
    'PERSISTED_QUERY_NOT_FOUND',
  ),
  body('a hash of another type', persisted({ version: 1, sha256Hash: { a: 1 } }), 200, 'PERSISTED_QUERY_NOT_FOUND'),
  body(
    'a version of persisted queries that is none',
    persisted({ version: 'x', sha256Hash: hash(plain) }),
    400,
    'BAD_REQUEST',
  ),
  body(
    'another query under a known hash',
    JSON.stringify({
      query: '{ status { revision } }',
      extensions: { persistedQuery: { version: 1, sha256Hash: hash('{ other }') } },
    }),
    200,
    'PERSISTED_QUERY_HASH_MISMATCH',
  ),
  get('a mutation by GET', [['query', mutation]], 405, 'BAD_REQUEST'),
  get(
    'a mutation by GET behind a query',
    [
      ['query', `query A { status { revision } } ${mutation.replace('mutation', 'mutation B')}`],
      ['operationName', 'B'],
    ],
    405,
    'BAD_REQUEST',
  ),
  get('a mutation by GET from a form of another site', [['query', mutation]], 415, 'BAD_REQUEST', {
    headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
  }),
  get(
    'a question by GET with a strange type (GHSA-9q82-xgwf-vj6h)',
    [['query', '{ status { revision } }']],
    415,
    'BAD_REQUEST',
    { headers: { 'content-type': 'message/x, application/json;', origin: 'https://evil.example' } },
  ),
  get(
    'two queries in an address',
    [
      ['query', '{ status { revision } }'],
      ['query', mutation],
    ],
    400,
    'BAD_REQUEST',
  ),
  get(
    'variables that are no JSON',
    [
      ['query', '{ status { revision } }'],
      ['variables', '{'],
    ],
    400,
    'BAD_REQUEST',
  ),
  get(
    'variables without end in an address',
    [
      ['query', '{ status { revision } }'],
      ['variables', `${'['.repeat(2_500)}`],
    ],
    400,
    'BAD_REQUEST',
  ),
  get('a format that is none', 'format=../../etc/passwd&query={status{revision}}', 400),
  get('a type of answer that is none', [['query', '{ status { revision } }']], 406, undefined, {
    headers: { accept: 'application/xml' },
  }),
  get('an `Accept` without end', [['query', '{ status { revision } }']], 406, undefined, {
    headers: { accept: `${'a/b;q=0.1,'.repeat(1_000)}x/y` },
  }),
];
