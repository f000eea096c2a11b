import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../testing/request.ts';
import { readJson } from './body.ts';

const limits = { bytes: 1_000, milliseconds: 200 };
const read = (chunks?: Parameters<typeof request>[3], headers = {}) =>
  readJson(request('POST', '/', headers, chunks), limits);
const fails = (code: string) => (error: unknown) => (error as { code?: string }).code === code;

describe('reading a body', () => {
  it('puts chunks together, also in the middle of a letter', async () => {
    const bytes = new TextEncoder().encode('{"name":"Núñez"}');
    assert.deepEqual(await read([bytes.subarray(0, 10), bytes.subarray(10)]), { name: 'Núñez' });
  });

  it('takes as many bytes as the limit says and not one more', async () => {
    assert.equal(await read([`"${'a'.repeat(998)}"`]), 'a'.repeat(998));
    await assert.rejects(read([`"${'a'.repeat(999)}"`]), fails('request.too-large'));
  });

  it('counts what arrives, whatever Content-Length says', async () => {
    const chunks = Array.from({ length: 20 }, () => 'a'.repeat(100));
    await assert.rejects(read(chunks, { 'content-length': '2' }), fails('request.too-large'));
  });

  it('stops reading at the limit', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given++;
        yield new Uint8Array(100);
      }
    }
    await assert.rejects(read(endless()), fails('request.too-large'));
    assert.ok(given < 20);
  });

  it('refuses a body that says it is too large before reading any of it', async () => {
    await assert.rejects(read([], { 'content-length': '1001' }), fails('request.too-large'));
  });

  it('gives up on a body that does not come', async () => {
    async function* slow() {
      yield new TextEncoder().encode('{');
      await sleep(2_000, undefined, { ref: false });
    }
    await assert.rejects(read(slow()), fails('request.timeout'));
  });

  it('calls a body that breaks off malformed', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{');
      throw new Error('aborted');
    }
    await assert.rejects(read(broken()), fails('request.malformed'));
  });

  for (const [what, body] of [
    ['nothing', undefined],
    ['an empty body', ['']],
    ['half of one', ['{"a":']],
    ['two of them', ['{}{}']],
    ['a form', ['a=1&b=2']],
    ['bytes that are not UTF-8', [new Uint8Array([0x22, 0xff, 0x22])]],
  ] as const) {
    it(`calls ${what} malformed`, () => assert.rejects(read(body), fails('request.malformed')));
  }

  it('takes nesting as deep as anybody needs, and no deeper', async () => {
    const deep = (levels: number) => ['['.repeat(levels) + ']'.repeat(levels)];
    assert.ok(await read(deep(32)));
    await assert.rejects(read(deep(33)), fails('request.malformed'));
  });

  it('does not take brackets in text for nesting', async () => {
    const text = `${'['.repeat(50)}\\"${'{'.repeat(50)}`;
    assert.equal(await read([`"${text}"`]), text.replace('\\', ''));
  });

  it('looks at hostile text in linear time', async () => {
    const chunks = ['"', '\\"'.repeat(2_000_000)];
    const started = performance.now();
    await assert.rejects(
      readJson(request('POST', '/', {}, chunks), { bytes: 5_000_000, milliseconds: 5_000 }),
      fails('request.malformed'),
    );
    assert.ok(performance.now() - started < 1_000);
  });

  it('takes what a parser of the host has made of the body', async () => {
    assert.deepEqual(await readJson({ ...request('POST', '/'), parsed: { a: 1 } }, limits), { a: 1 });
  });
});
