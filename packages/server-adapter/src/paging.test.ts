import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { ProblemError } from './http/problem.ts';
import { newId } from './ids.ts';
import { idCursor, latest, numberCursor, readCursor, timeCursor, toPage } from './paging.ts';

const isRefused = (error: unknown) =>
  error instanceof ProblemError &&
  error.code === 'request.invalid' &&
  error.details.issues?.[0]?.path[0] === 'cursor';

it('reads the cursor that it gave, and begins at the top without one', () => {
  const at = '2026-03-03T15:00:00.000Z';
  const id = newId('case');
  const { next } = toPage(
    [
      { at, id },
      { at, id: 'later' },
    ],
    1,
    timeCursor,
    (row) => row,
    (row) => row.id,
  );
  assert.deepEqual(readCursor(timeCursor, next!, latest), { at, id });
  assert.equal(readCursor(timeCursor, undefined, latest), latest);
});

it('gives no cursor on the last page', () => {
  const page = toPage([1, 2], 2, numberCursor, (row) => row, String);
  assert.deepEqual(page, { items: ['1', '2'], next: null });
});

it('takes no text for a cursor but its own, whatever is sent', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: 'binary' })), (text) => {
      for (const cursor of [text, Buffer.from(text).toString('base64url')]) {
        for (const format of [timeCursor, numberCursor, idCursor]) {
          try {
            const position = readCursor<unknown, null>(format as never, cursor, null);
            assert.equal(
              Buffer.from((format.write as (p: unknown) => string)(position)).toString('base64url'),
              cursor,
            );
          } catch (error) {
            assert.ok(isRefused(error));
          }
        }
      }
    }),
  );
});

it('refuses a cursor of a list of another order', () => {
  const number = Buffer.from('12').toString('base64url');
  assert.equal(readCursor(numberCursor, number, 0), 12);
  assert.throws(() => readCursor(timeCursor, number, latest), isRefused);
  assert.throws(() => readCursor(idCursor, number, ''), isRefused);
});
