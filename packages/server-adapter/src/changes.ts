/** The part of `wanted` that is not so yet: nothing is written, and nobody told, when nothing changes. */
export function changesOf<T extends object>(current: T, wanted: Partial<T>): Partial<T> {
  const names = Object.keys(wanted) as (keyof T)[];
  return Object.fromEntries(
    names.filter((name) => wanted[name] !== current[name]).map((name) => [name, wanted[name]]),
  ) as Partial<T>;
}

/** Without the fields that were left out. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
