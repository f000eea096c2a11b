/** What canonical JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * JSON in the one form that everybody computes alike, so that it can be hashed (RFC 8785, JCS): keys sorted by UTF-16
 * code units, no spaces, numbers and strings as ECMAScript writes them.
 *
 * @throws TypeError for what JSON cannot hold: `undefined`, NaN, infinities, lone surrogates.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object') return object(value as { readonly [name: string]: JsonValue });
  throw new TypeError(`A ${typeof value} has no JSON`);
}

/** A loop, because the verifier does this for every entry there ever was. */
function object(value: { readonly [name: string]: JsonValue }): string {
  let members = '';
  // Without a comparison it sorts by UTF-16 code units.
  for (const name of Object.keys(value).sort())
    members += `${members && ','}${text(name)}:${canonicalJson(value[name]!)}`;
  return `{${members}}`;
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('A lone surrogate has no UTF-8');
  return JSON.stringify(value);
}
