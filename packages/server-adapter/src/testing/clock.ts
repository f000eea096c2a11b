/** A clock that only moves when it is told to. */
export function fakeClock(start = '2026-03-03T15:00:00.000Z') {
  let now = Date.parse(start);
  return {
    clock: () => new Date(now),
    /** The instant as text. */
    now: () => new Date(now).toISOString(),
    /** Moves on; returns the new instant as text. */
    advance(milliseconds: number) {
      now += milliseconds;
      return new Date(now).toISOString();
    },
  };
}
