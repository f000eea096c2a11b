/**
 * Clients and staff look in now and then. What came after their last visit is new to them when the demo begins.
 */
import { act, type Act } from './past.ts';
import type { Browser } from './browser.ts';
import { active, emailOf } from './people.ts';

async function clientVisit({ portal }: Browser): Promise<void> {
  for (const { id } of (await portal.cases.list()).items) {
    const { revision } = await portal.cases.get({ id });
    await portal.notifications.seen({ type: 'case', id, revision });
  }
  for (const { id } of (await portal.threads.list()).items) {
    const { revision } = await portal.threads.get({ id });
    await portal.notifications.seen({ type: 'thread', id, revision });
  }
}

async function staffRound({ portal, firm }: Browser): Promise<void> {
  for (const { id } of (await firm.threads.list()).items) {
    const { revision } = await firm.threads.get({ id });
    await portal.notifications.seen({ type: 'thread', id, revision });
  }
}

export const visits: readonly Act[] = [
  ...active.map((key) => act(4, '22:00', async ({ signIn }) => clientVisit(await signIn(emailOf(key))))),
  ...['ruth', 'daniel', 'ines', 'peter'].map((key) =>
    act(2, '18:00', async ({ signIn }) => staffRound(await signIn(emailOf(key)))),
  ),
];
