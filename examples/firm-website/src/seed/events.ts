/** Dates ahead, seen from today; each is shared with the people it is for. */
import type { FirmClient } from '@casefront/core/firm';
import { act, type Act, type World } from './past.ts';

type NewEvent = Parameters<FirmClient['events']['create']>[0] & {};

const enter = async ({ office, id }: World, people: readonly string[], event: NewEvent): Promise<void> => {
  const { id: eventId } = await office.events.create({ timeZone: 'America/Los_Angeles', ...event });
  for (const key of people) await office.shares.create({ type: 'event', id: eventId, personId: id(key) });
};

export const events: readonly Act[] = [
  act(9, '09:10', (world) =>
    enter(world, ['joanna'], {
      caseId: world.id('divorce'),
      kind: 'mediation',
      title: 'Mediation with Helen Marsh',
      startsAt: world.instant(9 + 11, '09:30'),
      endsAt: world.instant(9 + 11, '12:30'),
      location: 'Old Customs House, 2 Quay Street, Port Ellery',
      bring: 'The draft plan with your marks, and the school calendar. Daniel meets you at the door at 9:15.',
    }),
  ),
  act(8, '15:40', (world) =>
    enter(world, ['elena'], {
      caseId: world.id('green-card'),
      kind: 'appointment',
      title: 'Práctica de la entrevista con Inés',
      startsAt: world.instant(8 + 6, '17:00'),
      endsAt: world.instant(8 + 6, '18:00'),
      location: '14 Chandler’s Row, Port Ellery',
      bring: 'Traiga a Mark si puede. No necesita papeles.',
    }),
  ),
  act(5, '10:05', (world) =>
    enter(world, ['thomas', 'grace'], {
      caseId: world.id('injury'),
      kind: 'appointment',
      title: 'Call with Inés about the MRI',
      startsAt: world.instant(5 + 4, '15:30'),
      endsAt: world.instant(5 + 4, '16:00'),
      location: 'By telephone; Inés calls you',
    }),
  ),
  act(5, '10:10', (world) =>
    enter(world, ['thomas'], {
      caseId: world.id('injury'),
      kind: 'deadline',
      title: 'Send Peter the pharmacy receipts',
      startsOn: world.day(5 + 15),
    }),
  ),
];
