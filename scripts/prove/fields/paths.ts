/** The fields of an answer, as paths: `items[].team[].name`. */
import * as z from 'zod';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
}

/** Those that a schema names. Where it lets more through, a path ends in `*`. */
export function pathsOfSchema(schema: z.ZodType): string[] {
  const root = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
    reused: 'inline',
  }) as JsonSchema;
  return [...new Set(walk(root, '', root.$defs ?? {}))].toSorted();
}

function* walk(schema: JsonSchema, path: string, defs: NonNullable<JsonSchema['$defs']>): Generator<string> {
  const { properties, items, anyOf = [], allOf = [], $ref, additionalProperties } = schema;
  if ($ref) yield* walk(defs[$ref.split('/').at(-1)!] ?? {}, path, defs);
  for (const one of [...anyOf, ...allOf]) yield* walk(one, path, defs);
  if (items) yield* walk(items, `${path}[]`, defs);
  for (const [key, inner] of Object.entries(properties ?? {})) {
    const place = path === '' ? key : `${path}.${key}`;
    yield place;
    yield* walk(inner, place, defs);
  }
  if (properties && typeof additionalProperties === 'object') yield path === '' ? '*' : `${path}.*`;
}

/** Those that a value has. */
export function* pathsOf(value: unknown, path = ''): Generator<string> {
  if (Array.isArray(value)) for (const one of value as unknown[]) yield* pathsOf(one, `${path}[]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      const place = path === '' ? key : `${path}.${key}`;
      yield place;
      yield* pathsOf(inner, place);
    }
}

/** Whether a path is on a list. */
export const isListed = (path: string, list: ReadonlySet<string>): boolean =>
  list.has(path) || [...list].some((one) => one.endsWith('*') && path.startsWith(one.slice(0, -1)));
