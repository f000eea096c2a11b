/** Text that holds JSON of a known shape; only the type knows. */
export type Json<T> = string & { readonly __json?: T };

export const toJson = <T>(value: T): Json<T> => JSON.stringify(value);

/** Reads what `toJson` wrote. The shape is trusted: nobody else writes these columns. */
export const fromJson = <T>(text: Json<T>): T => JSON.parse(text) as T;
