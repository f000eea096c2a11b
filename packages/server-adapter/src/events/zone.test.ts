import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { nextDay, startOfDay } from './zone.ts';

const starts = (day: string, zone: string) => startOfDay(day, zone).toISOString();

it('finds midnight in a zone, before and after its clocks change', () => {
  assert.equal(starts('2026-03-08', 'America/New_York'), '2026-03-08T05:00:00.000Z');
  assert.equal(starts('2026-03-09', 'America/New_York'), '2026-03-09T04:00:00.000Z');
  assert.equal(starts('2026-11-01', 'America/New_York'), '2026-11-01T04:00:00.000Z');
  assert.equal(starts('2026-11-02', 'America/New_York'), '2026-11-02T05:00:00.000Z');
  assert.equal(starts('2026-06-01', 'Asia/Kathmandu'), '2026-05-31T18:15:00.000Z');
  assert.equal(starts('2026-06-01', 'Pacific/Kiritimati'), '2026-05-31T10:00:00.000Z');
});

it('begins a day whose midnight is skipped at the first moment there is', () => {
  assert.equal(starts('2026-03-29', 'Asia/Beirut'), '2026-03-28T22:00:00.000Z');
  assert.equal(starts('2026-09-06', 'America/Santiago'), '2026-09-06T04:00:00.000Z');
});

it('takes the first midnight of a day that has two', () => {
  assert.equal(starts('2026-11-01', 'America/Havana'), '2026-11-01T04:00:00.000Z');
});

it('begins every day after the one before, 23 to 25 hours later', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone').filter((name) => !skipsDays.has(name)));
  fc.assert(
    fc.property(day, zone, (date, timeZone) => {
      const today = date.toISOString().slice(0, 10);
      const hours =
        (Number(startOfDay(nextDay(today), timeZone)) - Number(startOfDay(today, timeZone))) / 3_600_000;
      assert.ok(hours >= 22.5 && hours <= 25.5, `${today} in ${timeZone} has ${hours} hours`);
    }),
    { numRuns: 2_000 },
  );
});

/** Crossed the date line, or moved their clocks by more than an hour, in these years. */
const skipsDays = new Set([
  'Pacific/Apia',
  'Pacific/Fakaofo',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Antarctica/Davis',
]);

it('knows the day after, at the end of months and years too', () => {
  assert.equal(nextDay('2026-02-28'), '2026-03-01');
  assert.equal(nextDay('2028-02-28'), '2028-02-29');
  assert.equal(nextDay('2026-12-31'), '2027-01-01');
});
