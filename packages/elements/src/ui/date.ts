/**
 * Dates and times in words. A plain date (`2026-03-03`) is a day on a calendar and is never moved by a zone; an instant
 * (`…Z`) is always shown in a zone, which is said wherever it may be mistaken.
 */
import type { I18n } from '../locales/index.ts';
import { dateTime, relativeTime } from '../locales/intl.ts';

const DAY = 86_400_000;

/** A plain date at noon UTC, to be formatted in UTC and nowhere else. */
const noon = (plain: string) => new Date(`${plain}T12:00:00Z`);

/** How much of a date is said: `Tuesday, March 3, 2026`, `March 3, 2026`, `Mar 3`. */
export type DateStyle = 'full' | 'long' | 'short';

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  long: { month: 'long', day: 'numeric', year: 'numeric' },
  short: { month: 'short', day: 'numeric' },
};

/** A plain date in words. What is no date comes back as it is. */
export function formatDate({ locale }: I18n, plain: string, style: DateStyle = 'long'): string {
  const date = noon(plain);
  if (Number.isNaN(date.getTime())) return plain;
  return dateTime(locale, { ...dateOptions[style], timeZone: 'UTC' }).format(date);
}

/** `10:00 a.m.`, or `10:00 a.m. ET` with `zone`. */
export function formatTime(
  i18n: I18n,
  instant: string,
  { timeZone = i18n.timeZone, zone = false } = {},
): string {
  return clock(i18n, { timeZone, ...(zone && { timeZoneName: 'shortGeneric' }) }, instant);
}

/**
 * `Tuesday, March 3, 2026 at 10:00 a.m. ET (7:00 a.m. your time)`: the zone where it happens, and the viewer's own when
 * the clock there shows something else.
 */
export function formatInstant(
  i18n: I18n,
  instant: string,
  { timeZone = i18n.timeZone, style = 'full' as DateStyle } = {},
): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const day = dateTime(i18n.locale, { ...dateOptions[style], timeZone }).format(date);
  const there = i18n.t('time.at', { date: day, time: formatTime(i18n, instant, { timeZone, zone: true }) });
  return sameClock(date, timeZone, i18n.timeZone) ? there : `${there} ${yours(i18n, instant, timeZone)}`;
}

/** `(7:00 a.m. your time)`, with the day when it is another one there. */
function yours(i18n: I18n, instant: string, timeZone: string): string {
  const date = new Date(instant);
  const time = formatTime(i18n, instant);
  if (plainDay(date, timeZone) === plainDay(date, i18n.timeZone)) return i18n.t('time.yours', { time });
  const day = dateTime(i18n.locale, { ...dateOptions.short, timeZone: i18n.timeZone }).format(date);
  return i18n.t('time.yours', { time: i18n.t('time.at', { date: day, time }) });
}

/** When something happened, as one says it: `Today 9:41 a.m.`, `Yesterday 4:10 p.m.`, `Monday 9:41 a.m.`, `March 3`. */
export function formatMoment(i18n: I18n, instant: string, now = Date.now()): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const { locale, timeZone } = i18n;
  const days = daysBetween(plainDay(new Date(now), timeZone), plainDay(date, timeZone));
  if (days > -7 && days <= 0) {
    const day =
      days > -2
        ? relativeTime(locale).format(days, 'day')
        : dateTime(locale, { weekday: 'long', timeZone }).format(date);
    return i18n.t('time.day', { day: capital(day, locale), time: formatTime(i18n, instant) });
  }
  const sameYear = plainDay(date, timeZone).slice(0, 4) === plainDay(new Date(now), timeZone).slice(0, 4);
  return dateTime(locale, {
    month: 'long',
    day: 'numeric',
    ...(!sameYear && { year: 'numeric' }),
    timeZone,
  }).format(date);
}

/** Days from today, in the viewer's zone, to a plain date; negative when it is past. */
export const daysUntil = ({ timeZone }: I18n, plain: string, now = Date.now()): number =>
  daysBetween(plainDay(new Date(now), timeZone), plain);

const daysBetween = (from: string, to: string) =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / DAY);

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
function plainDay(date: Date, timeZone: string): string {
  const parts = dateTime('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).formatToParts(
    date,
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function sameClock(date: Date, one: string, other: string): boolean {
  const show = (timeZone: string) =>
    dateTime('en', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(date);
  return one === other || show(one) === show(other);
}

/** Time of day. English writes `a.m.` as newspapers and courts do; Intl writes `AM`. */
function clock({ locale, language }: I18n, options: Intl.DateTimeFormatOptions, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const parts = dateTime(locale, { hour: 'numeric', minute: '2-digit', ...options }).formatToParts(date);
  return parts
    .map(({ type, value }) => {
      if (type === 'dayPeriod' && language.startsWith('en'))
        return value.replace(/^([AP])M$/, (_, half) => `${half.toLowerCase()}.m.`);
      return value.replace(/[\u202F\u00A0]/g, '\u00A0');
    })
    .join('');
}

const capital = (words: string, locale: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
