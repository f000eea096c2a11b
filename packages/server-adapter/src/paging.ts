/** Cursor pages: a cursor is where the page before ended, so rows that come or move in between repeat nothing. */
import { pageSize, type Page } from '@casefront/core/contract';
import { issue, problem } from './http/problem.ts';

/** A place in a list: what it is sorted by, and the id that settles ties. */
export interface Position {
  readonly at: string;
  readonly id: string;
}

/** How a place in a list of some order is written down. */
interface CursorFormat<P> {
  write(position: P): string;
  /** Undefined for what `write` never wrote. */
  read(text: string): P | undefined;
}

const byInstant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([a-z]+_[0-9A-Za-z]{22})$/;

export const timeCursor: CursorFormat<Position> = {
  write: ({ at, id }) => `${at} ${id}`,
  read(text) {
    const [, at, id] = byInstant.exec(text) ?? [];
    return at && id ? { at, id } : undefined;
  },
};

/** For lists that a counter puts in order. */
export const numberCursor: CursorFormat<number> = {
  write: String,
  read: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined),
};

/** For lists whose order must not show in a URL, such as names (ASVS 14.2.1): the last row itself. */
export const idCursor: CursorFormat<string> = {
  write: (id) => id,
  read: (text) => (/^[a-z]+_[0-9A-Za-z]{22}$/.test(text) ? text : undefined),
};

/** Before the first row, latest first. */
export const latest: Position = { at: '9999-12-31T23:59:59.999Z', id: '' };
/** Before the first row, earliest first. */
export const earliest: Position = { at: '', id: '' };
/** Before the first row, highest number first. */
export const highest = Number.MAX_SAFE_INTEGER;

/**
 * The place that a cursor names, or `first` without one.
 *
 * @throws `request.invalid` at `cursor` for anything that this list has not given out.
 */
export function readCursor<P, F>(format: CursorFormat<P>, cursor: string | undefined, first: F): P | F {
  if (cursor === undefined) return first;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const position = encode(text) === cursor ? format.read(text) : undefined;
  if (position !== undefined) return position;
  throw problem('request.invalid', {
    issues: [issue(['cursor'], 'invalid_format', 'Not a cursor of this list')],
  });
}

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64url');

/** How many rows to read for a page of `limit`: one more tells whether there is a next page. */
export const rowsFor = (limit: number): number => Math.min(limit, pageSize.max) + 1;

/** Makes a page of up to `limit + 1` rows. */
export function toPage<Row, P, Item>(
  rows: readonly Row[],
  limit: number,
  format: CursorFormat<P>,
  positionOf: (row: Row) => P,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(itemOf),
    next: last === undefined ? null : encode(format.write(positionOf(last))),
  };
}
