import * as z from 'zod';

/** How many items a page holds when the caller does not say, and at most. */
export const pageSize = { default: 25, max: 100 } as const;

/** Decimal digits: what else JavaScript takes for a number (`0x10`, `1e1`, nothing at all) is a mistake in a URL. */
const digits = (value: unknown) =>
  typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;

/** The query of every list. `cursor` is opaque: what the page before gave as `next`. */
export const CursorQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.preprocess(digits, z.int().min(1).max(pageSize.max).default(pageSize.default)),
});
export type CursorQuery = z.output<typeof CursorQuery>;

/** A page of a list; `next` is null on the last. Stable while rows are added: a page never repeats an item. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
export interface Page<T> {
  items: T[];
  next: string | null;
}
