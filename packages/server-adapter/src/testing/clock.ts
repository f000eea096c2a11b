/** A clock that stands still until it is told to go on. */
export interface TestClock {
  (): Date;
  /** Moves on by so many seconds. */
  pass(seconds: number): void;
}

export function testClock(start = '2026-03-03T15:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  return Object.assign(() => new Date(now), {
    pass(seconds: number) {
      now += seconds * 1000;
    },
  });
}
