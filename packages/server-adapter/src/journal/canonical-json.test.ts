import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

// The examples of RFC 8785, 3.2.2 and 3.2.3.
test('numbers, strings and literals are written as RFC 8785 writes them', () => {
  const value = {
    numbers: [JSON.parse('333333333.33333329') as number, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  assert.equal(
    canonicalJson(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('names are sorted by UTF-16 code units', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const sorted = Object.keys(
    JSON.parse(canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))) as object,
  ).filter((name) => name !== '1');
  assert.deepEqual(sorted, ['\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']);
});

test('the order in which a value was built does not matter', () => {
  assert.equal(
    canonicalJson({ b: [1, { d: 1, c: 2 }], a: '' }),
    canonicalJson({ a: '', b: [1, { c: 2, d: 1 }] }),
  );
  assert.equal(canonicalJson({ b: 1, a: 2 }), '{"a":2,"b":1}');
});

test('what JSON cannot hold is refused', () => {
  for (const value of [Number.NaN, Infinity, '\ud800', undefined, () => 1, 1n, { a: undefined }]) {
    assert.throws(() => canonicalJson(value as JsonValue), TypeError);
  }
});
