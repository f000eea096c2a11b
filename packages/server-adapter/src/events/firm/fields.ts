/** When a date is: timed or a whole day, never both. */
import { issue, problem } from '../../http/problem.ts';
import { nextDay, startOfDay } from '../zone.ts';
import type { EventFields } from './backend.ts';

/** A date as it was given, with everything that was left out filled in. */
export interface EventInput {
  readonly kind: string;
  readonly title: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly startsOn: string | null;
  readonly timeZone: string;
  readonly location: string | null;
  readonly url: string | null;
  readonly bring: string | null;
}

/** A new date has nothing but what is said. */
export const unsaid = {
  startsAt: null,
  endsAt: null,
  startsOn: null,
  location: null,
  url: null,
  bring: null,
} as const;

/** The same of a date that exists. */
export const inputOf = (row: EventFields): EventInput => ({
  kind: row.kind,
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.all_day ? null : row.ends_at,
  startsOn: row.starts_on,
  timeZone: row.time_zone,
  location: row.location,
  url: row.url,
  bring: row.bring,
});

/**
 * The columns of a date.
 *
 * @throws `request.invalid` when it is neither timed nor a whole day, or both, or ends before it begins.
 */
export function fieldsOf(input: EventInput): EventFields {
  const { kind, title, timeZone, location, url, bring } = input;
  return { kind, title, time_zone: timeZone, location, url, bring, ...timesOf(input) };
}

type Times = Pick<EventFields, 'all_day' | 'starts_at' | 'ends_at' | 'starts_on' | 'begins_at'>;

function timesOf({ startsAt, endsAt, startsOn, timeZone }: EventInput): Times {
  if (startsAt !== null && startsOn === null) {
    if (endsAt !== null && endsAt < startsAt) throw wrong('endsAt', 'Is before the beginning');
    return { all_day: 0, starts_at: startsAt, ends_at: endsAt, starts_on: null, begins_at: startsAt };
  }
  if (startsOn === null || startsAt !== null) throw wrong('startsAt', 'Either startsAt or startsOn');
  if (endsAt !== null) throw wrong('endsAt', 'A whole day has no end of its own');
  // Beyond, an instant does not fit the text that dates are sorted by.
  if (startsOn < '1000-01-02' || startsOn > '9999-12-29') throw wrong('startsOn', 'Is too far away');
  return {
    all_day: 1,
    starts_at: null,
    ends_at: startOfDay(nextDay(startsOn), timeZone).toISOString(),
    starts_on: startsOn,
    begins_at: startOfDay(startsOn, timeZone).toISOString(),
  };
}

const wrong = (field: keyof EventInput, message: string) =>
  problem('request.invalid', { issues: [issue([field], 'wrong-time', message)] });
