/** Days in time zones. */

const dayLength = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in the zone shows at an instant, as if it were UTC, in milliseconds. */
function wallClock(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    part['year']!,
    part['month']! - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
}

/** Milliseconds that clocks in the zone are ahead of UTC. */
const offset = (instant: number, timeZone: string) => wallClock(instant, timeZone) - instant;

/**
 * The instant at which a day begins in a zone: the first midnight, or the moment at which clocks skip it.
 *
 * @param day `2026-03-08`
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const before = midnight - offset(midnight - dayLength, timeZone);
  const after = midnight - offset(midnight + dayLength, timeZone);
  // Only where clocks change on the day before, the offset of that day does not lead to midnight.
  const isMidnight = (instant: number) => wallClock(instant, timeZone) === midnight;
  return new Date(!isMidnight(before) && isMidnight(after) ? after : before);
}

/** `2026-03-09` for `2026-03-08`. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);
