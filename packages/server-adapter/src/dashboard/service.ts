import type { Dashboard } from '@casefront/core/contract/dashboard';
import { readChecklist } from '../checklist/service.ts';
import type { ClientContext } from '../context.ts';
import { hasInbox } from '../threads/setting.ts';

/** How much of each the first screen holds; the sections have the rest. */
const most = { actions: 3, cases: 5, events: 3, activity: 5 } as const;

/** One statement per part, all at once. */
export async function readDashboard(ctx: ClientContext): Promise<Dashboard> {
  const { backend, firm } = ctx;
  const inbox = hasInbox(firm);
  const [actions, cases, events, activity, checklist] = await Promise.all([
    backend.cases.actions({ inbox, limit: most.actions }),
    backend.cases.list({ state: 'active', limit: most.cases }),
    backend.events.list({ when: 'upcoming', limit: most.events }),
    backend.activity.list({ inbox, limit: most.activity }),
    readChecklist(ctx),
  ]);
  return {
    actions: actions.items,
    actionCount: actions.total,
    cases: cases.items,
    events: events.items,
    activity: activity.items,
    checklist: checklist.finished ? null : checklist,
  };
}
