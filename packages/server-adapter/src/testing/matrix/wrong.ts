/** What does not fit a schema, found by trying; and the ids in an input. */
import type * as z from 'zod';
import { isDeepStrictEqual } from 'node:util';
import type { Ids, IdPrefix } from './world.ts';

/** Texts that most fields refuse for one reason or another: a query is text, whatever the field. */
const texts = ['', 'nonsense!', '-1', '1e999', 'x'.repeat(30_000), '\u0000', '2026-13-45'];
const values = [{ nested: true }, 42, null, true, [], ['x'], ...texts];

/** For each field a value that its schema refuses. @throws when one takes everything, because it checks nothing. */
export function wrongFields(
  shape: z.ZodObject['shape'],
  isQuery: boolean,
): [field: string, value: unknown][] {
  return Object.entries(shape).map(([field, schema]) => {
    const candidates: readonly unknown[] = isQuery ? texts : values;
    const wrong = candidates.find((value) => !(schema as z.ZodType).safeParse(value).success);
    if (wrong === undefined) throw new Error(`The schema of ${field} takes everything`);
    return [field, wrong];
  });
}

/** Fields that cannot be left out. */
export const requiredFields = (shape: z.ZodObject['shape']): string[] =>
  Object.entries(shape)
    .filter(([, schema]) => !(schema as z.ZodType).safeParse(undefined).success)
    .map(([field]) => field);

/** The input with each of its ids replaced in turn; those whose prefix `ids` does not have stay out. */
export function* withOther(
  input: object,
  ids: (prefix: IdPrefix) => string | undefined,
): Generator<[string, object]> {
  for (const place of idPlaces(input)) {
    const other = ids(place.id.split('_', 1)[0] as IdPrefix);
    if (other !== undefined && other !== place.id)
      yield [place.path.join('.'), replace(input, place.path, other)];
  }
}

function* idPlaces(
  value: unknown,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; id: string }> {
  if (typeof value === 'string' && /^[a-z]+_[0-9A-Za-z]{22}$/.test(value)) yield { path, id: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* idPlaces(inner, [...path, key]);
}

function replace(input: object, path: readonly string[], other: string): object {
  const copy = structuredClone(input);
  const holder = path.slice(0, -1).reduce<any>((inner, key) => inner[key], copy);
  holder[path.at(-1)!] = other;
  if (isDeepStrictEqual(copy, input)) throw new Error(`Nothing at ${path.join('.')}`);
  return copy;
}

export const pick = (ids: Ids) => (prefix: IdPrefix) => ids[prefix];
