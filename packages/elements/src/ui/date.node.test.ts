import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../locales/i18n.ts';
import { loadI18n } from '../locales/load.ts';
import { daysUntil, formatDate, formatInstant, formatMoment, formatTime } from './date.ts';

const newYork = createI18n({ locale: 'en', timeZone: 'America/New_York' });
const losAngeles = createI18n({ locale: 'en', timeZone: 'America/Los_Angeles' });
const tokyo = createI18n({ locale: 'en', timeZone: 'Asia/Tokyo' });
const spanish = await loadI18n(['es'], { timeZone: 'America/New_York' });

/** No-break spaces are right on the page and in the way here. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

test('a plain date is the same day in every zone', () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    assert.equal(formatDate(createI18n({ timeZone }), '2026-03-03'), 'March 3, 2026');
  }
  assert.equal(formatDate(newYork, '2026-03-03', 'full'), 'Tuesday, March 3, 2026');
  assert.equal(formatDate(newYork, '2026-03-03', 'short'), 'Mar 3');
  assert.equal(formatDate(spanish, '2026-03-03'), '3 de marzo de 2026');
});

test('what is no date is shown as it came', () => {
  assert.equal(formatDate(newYork, 'soon'), 'soon');
  for (const format of [formatInstant, formatMoment, formatTime])
    assert.equal(format(newYork, 'soon'), 'soon');
});

test('an instant is said with its zone', () => {
  assert.equal(
    plain(formatInstant(newYork, '2026-03-03T15:00:00.000Z')),
    'Tuesday, March 3, 2026 at 10:00 a.m. ET',
  );
});

test('an instant elsewhere is said there first, then in the viewer’s time', () => {
  const hearing = { timeZone: 'America/New_York' };
  assert.equal(
    plain(formatInstant(losAngeles, '2026-03-03T15:00:00.000Z', hearing)),
    'Tuesday, March 3, 2026 at 10:00 a.m. ET (7:00 a.m. your time)',
  );
  assert.equal(
    plain(formatInstant(tokyo, '2026-03-03T15:00:00.000Z', hearing)),
    'Tuesday, March 3, 2026 at 10:00 a.m. ET (Mar 4 at 12:00 a.m. your time)',
    'with the day when it is another one',
  );
});

test('two names of the same clock are not told apart', () => {
  const detroit = createI18n({ timeZone: 'America/Detroit' });
  assert.doesNotMatch(
    formatInstant(detroit, '2026-03-03T15:00:00.000Z', { timeZone: 'America/New_York' }),
    /your time/,
  );
});

test('summer time is the zone’s business', () => {
  assert.match(plain(formatInstant(newYork, '2026-07-01T14:00:00.000Z')), /10:00 a\.m\. ET$/);
});

test('an unknown zone is shown in UTC and says so', () => {
  assert.match(
    plain(formatInstant(newYork, '2026-03-03T15:00:00.000Z', { timeZone: 'Mars/Olympus' })),
    /3:00 p\.m\. (GMT|UTC)/,
  );
});

test('the past is told as one says it', () => {
  const now = Date.parse('2026-03-06T17:00:00.000Z'); // Friday noon in New York
  const said = (instant: string) => plain(formatMoment(newYork, instant, now));
  assert.equal(said('2026-03-06T14:41:00.000Z'), 'Today 9:41 a.m.');
  assert.equal(said('2026-03-06T04:59:00.000Z'), 'Yesterday 11:59 p.m.');
  assert.equal(said('2026-03-02T14:41:00.000Z'), 'Monday 9:41 a.m.');
  assert.equal(said('2026-02-27T14:41:00.000Z'), 'February 27');
  assert.equal(said('2025-12-31T14:41:00.000Z'), 'December 31, 2025');
  assert.equal(said('2026-03-08T14:41:00.000Z'), 'March 8', 'a clock that is ahead');
  assert.equal(plain(formatMoment(spanish, '2026-03-06T14:41:00.000Z', now)), 'Hoy, 9:41 a.m.');
});

test('days are counted on the viewer’s calendar', () => {
  const now = Date.parse('2026-03-06T04:30:00.000Z'); // still March 5 in New York
  assert.equal(daysUntil(newYork, '2026-03-05', now), 0);
  assert.equal(daysUntil(tokyo, '2026-03-05', now), -1);
  assert.equal(daysUntil(newYork, '2026-03-09', now), 4, 'over the change to summer time');
});
