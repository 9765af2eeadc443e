import { bytes, path, type Attack } from './attack.ts';

const post = (headers: string, content: string) =>
  `POST /graphql HTTP/1.1\r\nhost: catalogue.example\r\ncontent-type: application/json\r\n${headers}\r\n${content}`;
const plain = '{"query":"{ status { revision } }"}';
const get = (headers: string, target = '/health/live') => `GET ${target} HTTP/1.1\r\n${headers}\r\n\r\n`;
const host = 'host: catalogue.example';

/** What no client of HTTP sends: bytes that servers one behind the other may read differently. */
export const hostileBytes: Attack[] = [
  bytes('two hosts', get('host: a\r\nhost: b'), 400),
  bytes('no host', get('x: y'), 400),
  bytes(
    'a length and chunks',
    post(`content-length: ${plain.length}\r\ntransfer-encoding: chunked\r\n`, `0\r\n\r\n${plain}`),
    400,
  ),
  bytes('chunks, hidden by a blank', post('transfer-encoding : chunked\r\n', '0\r\n\r\n'), 400),
  bytes('chunks, coded otherwise', post('transfer-encoding: xchunked\r\n', '0\r\n\r\n'), 400),
  bytes('chunks, compressed', post('transfer-encoding: gzip, chunked\r\n', '0\r\n\r\n'), 400),
  bytes('chunks, twice', post('transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n', '0\r\n\r\n'), 400),
  bytes('two lengths', post('content-length: 5\r\ncontent-length: 500\r\n', plain), 400),
  bytes('a length below nothing', post('content-length: -1\r\n', plain), 400),
  bytes('a length beyond all numbers', post(`content-length: 9${'9'.repeat(30)}\r\n`, plain), 400),
  bytes('a length with a sign', post(`content-length: +${plain.length}\r\n`, plain), 400),
  bytes('a chunk of no size', post('transfer-encoding: chunked\r\n', 'zz\r\nx\r\n'), 400),
  bytes('a chunk beyond all sizes', post('transfer-encoding: chunked\r\n', 'fffffffffffffffff\r\nx'), 400),
  bytes(
    'chunks with long extensions',
    post('transfer-encoding: chunked\r\n', `1;${'x'.repeat(40_000)}\r\n{\r\n0\r\n\r\n`),
    413,
  ),
  bytes('a header over two lines', get(`${host}\r\nx: a\r\n b`), 400),
  bytes('a header of bare line ends', `GET /health/live HTTP/1.1\n${host}\n\n`, 400),
  bytes('a header with a NUL', get(`${host}\r\nx: a\u0000b`), 400),
  bytes('a header without a name', get(`${host}\r\n: x`), 400),
  bytes('20 kB of headers', get(`${host}\r\nx: ${'y'.repeat(20_000)}`), 431),
  bytes('10,000 headers', get(`${host}\r\n${'a: b\r\n'.repeat(10_000)}c: d`), 431),
  bytes(
    'an address of 9 kB',
    get(`${host}\r\nconnection: close`, `/graphql?query=${'x'.repeat(9_000)}`),
    414,
    'ADDRESS_TOO_LONG',
  ),
  bytes('a method that is none', `HACK / HTTP/1.1\r\n${host}\r\n\r\n`, 400),
  bytes('TRACE', `TRACE /graphql HTTP/1.1\r\n${host}\r\ncookie: secret\r\n\r\n`, 405),
  bytes('DELETE', `DELETE /publication/brief HTTP/1.1\r\n${host}\r\n\r\n`, 405),
  bytes('CONNECT', `CONNECT 169.254.169.254:80 HTTP/1.1\r\n${host}\r\n\r\n`, 0),
  bytes('another version of HTTP', `GET /health/live HTTP/9.9\r\n${host}\r\n\r\n`, 400),
  bytes('the opening of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400),
  bytes(
    'an upgrade to what is not there',
    get(`${host}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: eA==`),
    200,
  ),
  bytes('a TLS greeting', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]), 400),
  bytes(
    'a whole address of another server',
    get(`${host}\r\nconnection: close`, 'http://169.254.169.254/latest/meta-data'),
    404,
  ),
  bytes('an address that is none, by a browser', get(`${host}\r\naccept: text/html\r\nconnection: close`, '//'), 404),
  bytes(
    'an address of broken letters, by a browser',
    get(`${host}\r\naccept: text/html\r\nconnection: close`, '/%E0%A4%A?text=%'),
    404,
  ),
  bytes('an expectation that is none', get(`${host}\r\nexpect: miracles`), 417),
  bytes(
    'a request id with a line in it',
    get(`${host}\r\nx-request-id: a%0d%0aset-cookie: x\r\nconnection: close`),
    200,
  ),
  bytes(
    '`X-Forwarded-For` without end',
    get(
      `${host}\r\nx-forwarded-for: ${'1.2.3.4,'.repeat(1_500)}x\r\nconnection: close`,
      '/related?id=publication/brief',
    ),
    200,
  ),
  bytes('ranges without end', get(`${host}\r\nrange: bytes=${'0-1,'.repeat(3_000)}0-1\r\nconnection: close`), 200),
  bytes(
    'languages without end',
    get(`${host}\r\naccept-language: ${'de-AT,'.repeat(2_000)}en\r\nconnection: close`, '/publication/brief'),
    200,
  ),
  bytes(
    'ETags without end',
    get(`${host}\r\nif-none-match: ${'"x",'.repeat(3_000)}"y"\r\nconnection: close`, '/publication/brief'),
    200,
  ),
  path('a file above the assets', '/assets/../../package.json', 404),
  path('a file above the assets, written otherwise', '/assets/..%2f..%2fpackage.json', 404),
  path('a file above the widget', '/widget/1/../../../package.json', 404),
  path('a file above the widget, by backslash', '/widget/..\\..\\package.json', 404),
  path('a file of the system', '/../../../../../../etc/passwd', 404),
  path('a NUL in a path', '/assets/console.js%00.png', 404),
  path('an id that leads out', '/publication/../../etc/passwd', 404),
  path('an id with escapes that are none', '/publication/%zz%', 404),
  path('an id of a line end', '/publication/x%0d%0aset-cookie:%20a=b', 404),
  path('an id that is a script', '/publication/%3Cscript%3Ealert(1)%3C/script%3E', 404),
  path('a property of objects', '/constructor', 404),
  path('the prototype', '/__proto__', 404),
  path('a property of objects as a file', '/assets/__proto__', 404),
  path('a path that looks like a host', '//evil.example/%2e%2e', 404),
  path('a parameter of nothing', '/related?id=publication/brief&__proto__=x', 400),
  path('two ids', '/related?id=a&id=b', 400),
  path('a search that is a script', '/search?q=%3Cscript%3Ealert(1)%3C/script%3E', 200),
  path('a search of 5,000 letters', `/search?q=${'a'.repeat(5_000)}`, 400),
  path('an embed of another site', '/oembed?url=http://169.254.169.254/', 404),
];
