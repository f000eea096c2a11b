/** What may be wrong with a request: its fields, one or several, and what goes around them. */
import fc from 'fast-check';

/** A field at some depth, and what becomes of it. */
export type Mutation =
  | { readonly kind: 'replace'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'wrap'; readonly at: number; readonly how: 'list' | 'object' | 'text' | 'twice' }
  | { readonly kind: 'letter'; readonly at: number; readonly place: number; readonly letter: string }
  | { readonly kind: 'add'; readonly key: string; readonly value: unknown };

export interface Spoiling {
  readonly mutations: readonly Mutation[];
  /** Added to the query: the same key again, or another. */
  readonly query: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Cuts the body off there. */
  readonly cut: number | undefined;
}

const hostile: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\0',
    '\u202e',
    '\ufeff',
    '\ud800',
    '👩‍👩‍👧',
    'ﬃ',
    'İ',
    '../../etc/passwd',
    "'; drop table people; --",
  ],
  ...[
    '%',
    '_',
    '%00',
    '{{7*7}}',
    '${x}',
    '1e999',
    'NaN',
    '-0',
    'null',
    'true',
    '[object Object]',
    '\r\nSet-Cookie: a=b',
  ],
  ...[
    '2026-02-30',
    '2026-13-45',
    '+275760-09-13',
    '9999-12-31T23:59:60Z',
    '0000-00-00',
    'Europe/Nowhere',
    'a@b',
  ],
  ...['per_0000000000000000000000', 'case_zzzzzzzzzzzzzzzzzzzzzz', 'x'.repeat(70_000), '"'.repeat(300)],
  ...[0, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, null, true, false],
  ...[[], {}, [[]], [null], { length: -1 }, { toString: 1 }, Array.from({ length: 2000 }, () => 'x')],
];

const keys = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'id',
    'firmId',
    'role',
    'kind',
    'limit',
    'cursor',
    'toString',
    '',
  ),
  fc.string({ maxLength: 12 }),
);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.date().map((date) => (Number.isNaN(date.valueOf()) ? 'never' : date.toISOString())),
  fc.emailAddress(),
);
const at = fc.nat(1000);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('replace' as const), at, value }) },
  fc.record({ kind: fc.constant('remove' as const), at }),
  fc.record({
    kind: fc.constant('wrap' as const),
    at,
    how: fc.constantFrom('list' as const, 'object' as const, 'text' as const, 'twice' as const),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('letter' as const),
      at,
      place: fc.nat(200),
      letter: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    }),
  },
  fc.record({ kind: fc.constant('add' as const), key: keys, value }),
);

/** What a header may hold at all: everything else the host has refused before. */
const headerValue = fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\x21-\x7e]/g, '-'));
const headers = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'idempotency-key',
    'x-portal',
    'origin',
    'sec-fetch-site',
    'accept-language',
    'content-length',
  ),
  headerValue,
  { maxKeys: 2 },
);
export const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
  query: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    fc
      .tuple(keys, headerValue)
      .map(([key, text]) => `${encodeURIComponent(key.toWellFormed())}=${text}&${text}`),
  ),
  headers: fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, headers),
  cut: fc.oneof({ weight: 14, arbitrary: fc.constant(undefined) }, fc.nat(80)),
});

/** What a path or a query would hold of it. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

type Holder = Record<string, unknown>;

/** The input with all of it done; the fields that the path is made of stay texts. */
export function mutate(input: object, mutations: readonly Mutation[]): Holder {
  const copy = structuredClone(input) as Holder;
  for (const one of mutations) {
    if (one.kind === 'add') {
      Object.defineProperty(copy, one.key, {
        value: one.value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      continue;
    }
    const places = [...placesOf(copy)];
    if (places.length === 0) continue;
    const [holder, key] = places[one.at % places.length]!;
    const old = holder[key];
    if (one.kind === 'remove') delete holder[key];
    else if (one.kind === 'replace') holder[key] = structuredClone(one.value);
    else if (one.kind === 'wrap') holder[key] = wrap(old, one.how);
    else {
      const letters = [...textOf(old)];
      letters[one.place % (letters.length + 1)] = one.letter;
      holder[key] = letters.join('');
    }
  }
  return copy;
}

function wrap(value: unknown, how: (Mutation & { kind: 'wrap' })['how']): unknown {
  if (how === 'list') return [value];
  if (how === 'object') return { value };
  if (how === 'text') return textOf(value);
  return Array.isArray(value) ? [...value, ...value] : [value, value];
}

function* placesOf(value: unknown): Generator<[Holder, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value).slice(0, 20)) {
    yield [value as Holder, key];
    yield* placesOf(inner);
  }
}
