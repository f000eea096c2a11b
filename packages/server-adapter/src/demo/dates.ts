/** What stands in the calendars: entered in a case, and shared with those whom it concerns. */
import type { StaffActor } from '../access/actor.ts';
import { createEvent } from '../events/firm/service.ts';
import { createShare } from '../shares/service.ts';
import { act, type Act } from './stage.ts';

interface DemoDate {
  readonly about: string;
  readonly by: string;
  readonly enteredDaysAgo: number;
  readonly kind: 'hearing' | 'appointment' | 'mediation' | 'deadline' | 'other';
  readonly title: string;
  /** Days from today. */
  readonly on: number;
  /** Hours of the firm's clock; without them it is the whole day. */
  readonly hours?: readonly [from: string, to: string];
  readonly location?: string;
  readonly bring?: string;
  /** Nobody, when it is the firm's own business. */
  readonly sharedWith: readonly string[];
}

const dates: readonly DemoDate[] = [
  {
    about: 'immigration',
    by: 'ruth',
    enteredDaysAgo: 9,
    kind: 'appointment',
    title: 'Entrevista con el gobierno',
    on: 23,
    hours: ['09:30', '11:00'],
    location: 'Oficina de inmigración, Seattle, segundo piso',
    bring: 'La carta de la cita, los dos pasaportes y el acta de matrimonio.',
    sharedWith: ['marisol', 'javier'],
  },
  {
    about: 'immigration',
    by: 'ines',
    enteredDaysAgo: 8,
    kind: 'appointment',
    title: 'Ensayo de la entrevista',
    on: 16,
    hours: ['16:00', '17:00'],
    location: 'Harborview Law, 14 Chandler’s Row',
    sharedWith: ['marisol', 'javier'],
  },
  {
    about: 'immigration',
    by: 'peter',
    enteredDaysAgo: 40,
    kind: 'appointment',
    title: 'Huellas digitales',
    on: -30,
    hours: ['10:00', '10:30'],
    location: 'Oficina de inmigración, Seattle',
    bring: 'La carta de la cita y el pasaporte.',
    sharedWith: ['marisol'],
  },
  {
    about: 'divorce',
    by: 'peter',
    enteredDaysAgo: 12,
    kind: 'deadline',
    title: 'Last day for the financial papers',
    on: 5,
    sharedWith: ['claire'],
  },
  {
    about: 'divorce',
    by: 'daniel',
    enteredDaysAgo: 9,
    kind: 'mediation',
    title: 'Mediation',
    on: 19,
    hours: ['09:00', '17:00'],
    location: 'Ellery Mediation Rooms, 3 Pilot Street',
    bring: 'Something to read. There is a lot of waiting.',
    sharedWith: ['claire'],
  },
  {
    about: 'divorce',
    by: 'daniel',
    enteredDaysAgo: 5,
    kind: 'other',
    title: 'Numbers for mediation, Daniel and Peter only',
    on: 12,
    hours: ['15:00', '16:00'],
    sharedWith: [],
  },
  {
    about: 'injury',
    by: 'ines',
    enteredDaysAgo: 2,
    kind: 'appointment',
    title: 'Read the demand letter together',
    on: 13,
    hours: ['11:00', '12:00'],
    location: 'At your house, because of the stairs',
    sharedWith: ['owen'],
  },
];

export const dateActs: readonly Act[] = dates.map(
  ({ about, by, enteredDaysAgo, on, hours, sharedWith, ...words }) =>
    act(enteredDaysAgo, '13:15', async (stage) => {
      const ctx = await stage.as<StaffActor>(by);
      const when = hours
        ? { startsAt: stage.instant(on, hours[0]), endsAt: stage.instant(on, hours[1]) }
        : { startsOn: stage.day(on) };
      const { id } = await createEvent(ctx, { caseId: stage.id(about), ...words, ...when });
      for (const key of sharedWith) {
        await createShare(ctx, { type: 'event', id, personId: stage.id(key), until: null });
      }
    }),
);
