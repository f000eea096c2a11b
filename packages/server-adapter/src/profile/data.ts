import type { Page, ResultOf } from '@casefront/core/contract';
import type { profile } from '@casefront/core/contract/profile';
import { findCase } from '../cases/service.ts';
import type { PersonContext } from '../context.ts';
import { hasInbox } from '../threads/setting.ts';
import { readProfile } from './service.ts';

/**
 * Everything that the portal shows a person, to keep: a copy in a common form, which whoever leaves a firm may ask for
 * (ABA Model Rule 1.16(d)). It goes through the same doors as the lists on the screen, so nothing is in it that is not there.
 */
export async function exportData(ctx: PersonContext): Promise<ResultOf<typeof profile.data>> {
  const { backend, actor, firm, clock } = ctx;
  const own = { exportedAt: clock().toISOString(), firm: firm.name, profile: await readProfile(ctx) };
  // Colleagues' work is the firm's, and the firm has it.
  if (actor.kind !== 'client') return own;
  const inbox = hasInbox(firm);
  const cases = await all((cursor) => backend.cases.list({ ...cursor, limit }));
  const threads = inbox ? await all((cursor) => backend.threads.list({ ...cursor, limit })) : [];
  return {
    ...own,
    // What is taken back meanwhile is not in it.
    cases: (await eachOf(cases, ({ id }) => findCase(ctx, id))).filter((found) => found !== undefined),
    threads: await eachOf(threads, async (thread) => ({
      ...thread,
      messages: await all(
        async (cursor) =>
          (await backend.threads.messages(thread.id, { ...cursor, limit })) ?? { items: [], next: null },
      ),
    })),
    events: [
      ...(await all((cursor) => backend.events.list({ when: 'past', ...cursor, limit }))),
      ...(await all((cursor) => backend.events.list({ when: 'upcoming', ...cursor, limit }))),
    ],
    activity: await all((cursor) => backend.activity.list({ inbox, ...cursor, limit })),
  };
}

const limit = 100;

async function all<T>(read: (cursor: { cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await read(cursor === undefined ? {} : { cursor });
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

/** One after the other: a long file must not take all connections from everybody else. */
async function eachOf<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await read(item));
  return results;
}
