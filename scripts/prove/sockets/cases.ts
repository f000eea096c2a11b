/** What may arrive on a socket when somebody is slow, broken or up to no good. */
import { gzipSync } from 'node:zlib';
import { END, type Piece } from './raw.ts';
import type { Target } from './server.ts';

export interface SocketCase {
  readonly name: string;
  readonly pieces: () => Iterable<Piece>;
  /** `ok`: it is a good request; `refused`: it must not succeed; without it both will do. */
  readonly answer?: 'ok' | 'refused';
  /** So many answers; whoever gets more has smuggled a request. Without it any number. */
  readonly answers?: number;
}

const json = ['Content-Type: application/json', 'X-Portal: 1'];
const good = JSON.stringify({ phone: '(555) 010-0123' });
const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);

function* every(milliseconds: number, piece: string): Generator<Piece> {
  for (;;) yield* [piece, milliseconds];
}

function* after(first: Piece, more: Iterable<Piece>): Generator<Piece> {
  yield first;
  yield* more;
}

export function socketCases({ host, cookies }: Target): SocketCase[] {
  const head = (line: string, ...headers: string[]) =>
    [line, `Host: ${host}`, ...headers, '', ''].join('\r\n');
  const signedIn = [`Cookie: ${cookies[0]}`, 'Sec-Fetch-Site: same-origin'];
  const patch = (...headers: string[]) =>
    head('PATCH /v1/profile HTTP/1.1', ...signedIn, ...json, ...headers);
  const firm = (...headers: string[]) => head('GET /v1/firm HTTP/1.1', ...headers);
  const sized = (body: string | Uint8Array, ...headers: string[]) => [
    patch(`Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', ...headers),
    body,
  ];
  const chunked = (...chunks: string[]) => [
    patch('Transfer-Encoding: chunked', 'Connection: close'),
    ...chunks,
  ];
  const gzip = 'Content-Encoding: gzip';
  const close = 'Connection: close';
  const smuggled = firm(close);

  const ok = (name: string, pieces: readonly Piece[], answers = 1): SocketCase => ({
    ...{ name, answers, answer: 'ok' },
    pieces: () => pieces,
  });
  const refused = (name: string, ...pieces: Piece[]): SocketCase => ({
    ...{ name, answer: 'refused' },
    pieces: () => pieces,
  });
  const endless = (name: string, first: string, more: string, pause: number): SocketCase => ({
    ...{ name, answer: 'refused' },
    pieces: () => after(first, every(pause, more)),
  });
  const either = (name: string, ...pieces: Piece[]): SocketCase => ({ name, pieces: () => pieces });

  return [
    ok('a read', [firm(close)]),
    ok('a change', sized(good)),
    ok('a change in chunks', chunked(`${good.length.toString(16)}\r\n${good}\r\n0\r\n\r\n`)),
    ok('a head that comes in two halves', [firm(close).slice(0, 30), 300, firm(close).slice(30)]),
    ok('a body that comes letter by letter', [sized(good)[0]!, ...[...good].flatMap((l) => [l, 20])]),
    ok('an absolute target', [head(`GET http://${host}/v1/firm HTTP/1.1`, close)]),
    ok('five requests at once', [firm().repeat(4) + firm(close)], 5),
    ok('a half-closed connection', [firm(), END]),
    ok('HTTP/1.0', [head('GET /v1/firm HTTP/1.0')]),
    ok('empty lines before the request', [`\r\n\r\n${firm(close)}`]),

    either('nothing at all'),
    refused('nothing, and the end', END),
    endless('a header that never ends', 'GET /v1/firm HTTP/1.1\r\nX-Slow: ', 'a', 500),
    endless('headers that never end', `GET /v1/firm HTTP/1.1\r\nHost: ${host}\r\n`, 'X-A: b\r\n', 500),
    endless('a method that never ends', '', 'G', 500),
    endless('a body that drips', patch('Content-Length: 200000'), ' ', 400),
    endless('chunks that drip', patch('Transfer-Encoding: chunked'), '1\r\n \r\n', 400),
    refused('a body that never comes', patch('Content-Length: 50')),
    refused('a body that breaks off', patch('Content-Length: 50'), '{"pho', END),
    endless(
      'chunks without end',
      patch('Transfer-Encoding: chunked'),
      `4000\r\n${' '.repeat(0x4000)}\r\n`,
      0,
    ),
    endless('an endless chunk extension', patch('Transfer-Encoding: chunked') + '1;', 'a'.repeat(4096), 0),
    endless('endless trailers', patch('Transfer-Encoding: chunked') + '0\r\n', 'X-T: t\r\n'.repeat(200), 0),

    refused('10⁵ lists in each other', ...sized(deep('[', ']'))),
    refused('10⁵ objects in each other', ...sized(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)),
    refused('10⁵ lists that are never closed', ...sized('['.repeat(100_000))),
    refused(
      '50,000 keys',
      ...sized(
        JSON.stringify(
          Object.fromEntries(
            Array(20_000)
              .fill(0)
              .map((_, i) => [`k${i}`, 1]),
          ),
        ),
      ),
    ),
    refused('a key named __proto__', ...sized('{"__proto__":{"admin":true}}')),
    refused('a number of 200,000 digits', ...sized(`{"phone":${'9'.repeat(200_000)}}`)),
    refused('a text of 250,000 letters', ...sized(JSON.stringify({ phone: 'x'.repeat(250_000) }))),
    refused('a body of a megabyte', ...sized(' '.repeat(2 ** 20))),
    refused('a length of a terabyte', patch('Content-Length: 1099511627776')),
    refused('gzip', ...sized(gzipSync(good), gzip)),
    refused('a gzip bomb', ...sized(gzipSync(Buffer.alloc(2 ** 25)), gzip)),
    refused(
      'broken multipart',
      ...sized(
        '--x\r\nContent-Disposition: form-data; name="a\r\n\r\n--',
        'Content-Type: multipart/form-data; boundary=x',
      ),
    ),
    refused('broken UTF-8', ...sized(Buffer.from('{"phone":"\xff\xfe\xc0\x80"}', 'latin1'))),
    refused('half of a letter', ...sized(Buffer.from([0x7b, 0x22, 0xe2, 0x82]))),
    refused('UTF-16', ...sized(Buffer.from(good, 'utf16le'))),
    refused('NUL in the body', ...sized('{"phone":"\0"}')),
    refused('an escaped NUL', ...sized('{"phone":"\\u0000"}')),
    refused('an empty body', ...sized('')),
    refused('half of a JSON', ...sized('{"phone":')),

    refused('a length that is too short', patch(`Content-Length: ${good.length - 5}`, close), good),
    either('a length that is too long', patch(`Content-Length: ${good.length + 5}`, close), good, END),
    refused('a negative length', patch('Content-Length: -1', close), good),
    refused('a length in words', patch('Content-Length: many', close), good),
    refused('a length in hex', patch('Content-Length: 0x1c', close), good),
    refused('two lengths', patch('Content-Length: 28', 'Content-Length: 3', close), good),
    refused(
      'length and chunks',
      patch('Content-Length: 4', 'Transfer-Encoding: chunked', close),
      `0\r\n\r\n${smuggled}`,
    ),
    refused(
      'chunks and length',
      patch('Transfer-Encoding: chunked', 'Content-Length: 4', close),
      `0\r\n\r\n${smuggled}`,
    ),
    refused('an unknown transfer encoding', patch('Transfer-Encoding: cow', close), good),
    refused(
      'chunked, then identity',
      patch('Transfer-Encoding: chunked, identity', close),
      `0\r\n\r\n${smuggled}`,
    ),
    refused(
      'chunked twice',
      patch('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked', close),
      '0\r\n\r\n',
    ),
    refused(
      'chunked behind a vertical tab',
      patch('Transfer-Encoding: \x0bchunked', close),
      `0\r\n\r\n${smuggled}`,
    ),
    refused('a space before the colon', patch('Transfer-Encoding : chunked', close), `0\r\n\r\n${smuggled}`),
    refused('a chunk that is no number', ...chunked('zz\r\n{}\r\n0\r\n\r\n')),
    refused('a chunk of 2⁶⁴ bytes', ...chunked('ffffffffffffffffff\r\n{}\r\n0\r\n\r\n')),
    refused('a chunk that lies', ...chunked(`2\r\n${good}\r\n0\r\n\r\n`)),

    refused('10,000 headers', firm(...Array<string>(10_000).fill('X-A: b'), close)),
    refused('a header of a megabyte', firm(`X-A: ${'b'.repeat(2 ** 20)}`, close)),
    refused('a target of a megabyte', head(`GET /v1/firm?${'a'.repeat(2 ** 20)} HTTP/1.1`, close)),
    refused('a folded header', firm('X-A: b\r\n  folded', close)),
    refused('NUL in a header', firm('X-A: b\0c', close)),
    refused('a lone return', `GET /v1/firm HTTP/1.1\rHost: ${host}\r\r`, END),
    refused('no host', `GET /v1/firm HTTP/1.1\r\n${close}\r\n\r\n`),
    refused('two hosts', firm('Host: www.elsewhere.example', close)),
    refused('another host', `GET /v1/firm HTTP/1.1\r\nHost: www.elsewhere.example\r\n${close}\r\n\r\n`),
    either(
      'headers that name what objects have',
      firm('__proto__: 1', 'constructor: 2', 'hasOwnProperty: 3', close),
    ),
    refused(
      'a cookie of 10,000 letters',
      head('GET /v1/session HTTP/1.1', `Cookie: ${cookies[0]!.split('=')[0]}=${'x'.repeat(10_000)}`, close),
    ),
    refused(
      '10,000 forwarders',
      head('GET /v1/session HTTP/1.1', `X-Forwarded-For: ${'1.1.1.1,'.repeat(1500)}`, close),
    ),

    refused('an unknown method', head('BREW /v1/firm HTTP/1.1', close)),
    refused('a method in small letters', head('get /v1/firm HTTP/1.1', close)),
    refused('TRACE', head('TRACE /v1/firm HTTP/1.1', close)),
    refused('CONNECT', head('CONNECT www.elsewhere.example:443 HTTP/1.1', close)),
    refused(
      'PUT where there is none',
      head('PUT /v1/firm HTTP/1.1', ...json, 'Content-Length: 2', close),
      '{}',
    ),
    either('OPTIONS of everything', head('OPTIONS * HTTP/1.1', close)),
    refused('a target without a slash', head('GET v1/firm HTTP/1.1', close)),
    refused('a target that climbs', head('GET /v1/../../etc/passwd HTTP/1.1', close)),
    refused('a broken percent sign', head('GET /v1/cases/%E0%A4%A HTTP/1.1', ...signedIn, close)),
    refused('NUL in the target', head('GET /v1/fi\0rm HTTP/1.1', close)),
    refused(
      'letters that are no ASCII in the target',
      Buffer.from(head('GET /v1/fi\xffrm HTTP/1.1', close), 'latin1'),
    ),
    refused('an upgrade', head('GET /v1/session HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket')),
    refused('the opening of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    refused('HTTP/9.9', head('GET /v1/firm HTTP/9.9', close)),
    refused(
      'a greeting of TLS',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
    ),
    refused('noise', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))),
    either(
      'an expectation',
      patch(`Content-Length: ${good.length}`, 'Expect: 100-continue', close),
      200,
      good,
    ),
    refused(
      'an expectation of nobody’s',
      patch(`Content-Length: ${good.length}`, 'Expect: 200-maybe', close),
      good,
    ),
    either('a hundred requests that nobody waits for', firm().repeat(100), END),
  ];
}
