import type { Event } from '@casefront/core';
import { html, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { dateTime } from '../locales/intl.ts';
import { day, when, type Content } from '../ui/index.ts';

/** When an event is, in full, with its zone: `Tuesday, March 3, 2026 at 10:00 a.m. ET`. A day alone when all day. */
export function eventTime(i18n: I18n, { startsAt, startsOn, timeZone }: Event): Content {
  if (startsAt) return when(i18n, startsAt, { timeZone });
  return startsOn
    ? html`${day(i18n, startsOn, 'full')}, ${i18n.t('event.all-day').toLocaleLowerCase(i18n.locale)}`
    : undefined;
}

/** Month and day as on a tear-off calendar. The full date always stands beside it, so it is silent. */
export function dateTile({ locale }: I18n, { startsAt, startsOn, timeZone }: Event): TemplateResult {
  const date = startsAt ? new Date(startsAt) : new Date(`${startsOn}T12:00:00Z`);
  const show = (options: Intl.DateTimeFormatOptions) =>
    dateTime(locale, { ...options, timeZone: startsAt ? timeZone : 'UTC' }).format(date);
  return html`<span class="tile" part="tile" aria-hidden="true">
    <span class="tile__month">${show({ month: 'short' })}</span>
    <span class="tile__day">${show({ day: 'numeric' })}</span>
  </span>`;
}
