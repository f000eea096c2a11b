/** The first steps in a new portal: what the portal can see for itself, and what only the person can say. */
import type { ParsedOf } from '@casefront/core/contract';
import type { Checklist, checklist } from '@casefront/core/contract/checklist';
import type { ClientContext } from '../context.ts';
import { appendAbout } from '../journal/index.ts';

export async function readChecklist({ backend, firm }: ClientContext): Promise<Checklist> {
  const { ticked, hasPassword, sawCase } = await backend.checklist.get();
  const { sections } = firm.settings;
  const items = [
    // Whoever comes in another way was never asked for one.
    ...(hasPassword ? [{ key: 'password', done: true }] : []),
    ...(sections.includes('cases') ? [{ key: 'status', done: sawCase }] : []),
    { key: 'tasks', done: ticked.includes('tasks') },
    ...(sections.includes('invoices') ? [{ key: 'invoices', done: ticked.includes('invoices') }] : []),
    { key: 'bookmark', done: ticked.includes('bookmark') },
  ];
  return { items, finished: ticked.includes('all') || items.every(({ done }) => done) };
}

export function tick(ctx: ClientContext, { what }: ParsedOf<typeof checklist.tick>): Promise<Checklist> {
  return ctx.transaction(async (tx) => {
    const { backend, firm, actor } = ctx;
    const { ticked } = await backend.checklist.get();
    if (!ticked.includes(what)) {
      await backend.checklist.tick(what);
      await appendAbout(tx, { firm, actor }, actor.id, 'person.ticked', { what });
    }
    return await readChecklist(ctx);
  });
}
