import type { HttpHandler } from 'msw';
import { activity } from '../contract/activity.ts';
import { cases } from '../contract/cases.ts';
import { dashboard } from '../contract/dashboard.ts';
import { events } from '../contract/events.ts';
import { firm } from '../contract/firm.ts';
import { notifications } from '../contract/notifications.ts';
import { messages, threads } from '../contract/threads.ts';
import { access } from './access.ts';
import { createAccount } from './account.ts';
import { aPage, fixtures, summaryOf, threadSummary } from './fixtures/index.ts';
import { createInbox } from './inbox.ts';
import { mock } from './mock.ts';
import { problem } from './problem.ts';

/**
 * The small world as handlers: every read of the client's side answers from the fixtures, and what the client writes
 * is kept until `world()` is called again. Put the mocks of a single story or test before them: the first match wins.
 *
 * @example
 * setupServer(mock(cases.list, problem('server.busy')), ...world())
 */
export const world = (inbox = createInbox(), account = createAccount()): HttpHandler[] => [
  mock(firm.get, fixtures.firm),
  ...access(account),
  mock(dashboard.get, fixtures.dashboard),
  mock(cases.list, aPage(fixtures.cases.map(summaryOf))),
  mock(cases.get, ({ id }) => found(fixtures.cases, id)),
  mock(cases.recipients, ({ id }) => {
    const one = fixtures.cases.find((item) => item.id === id);
    return one ? { items: one.team } : problem('not-found');
  }),
  mock(events.list, ({ when }) => aPage(when === 'upcoming' ? fixtures.events : [])),
  mock(threads.list, ({ caseId }) => aPage(inbox.list(caseId).map(threadSummary))),
  mock(threads.get, ({ id }) => inbox.get(id) ?? problem('not-found')),
  mock(threads.start, (message) => inbox.start(message)),
  mock(messages.list, ({ id, cursor, limit }) => slice(inbox.messages(id), Number(cursor ?? 0), limit)),
  mock(messages.reply, ({ id, body }) => inbox.reply(id, body) ?? problem('not-found')),
  mock(notifications.counts, () => ({ ...fixtures.counts, inbox: inbox.unseen() })),
  mock(notifications.list, aPage(fixtures.notifications)),
  mock(notifications.seen, ({ id }) => {
    inbox.see(id);
    return { ...fixtures.counts, inbox: inbox.unseen() };
  }),
  mock(activity.list, aPage(fixtures.activity)),
];

const found = <T extends { id: string }>(items: readonly T[], id: string) =>
  items.find((item) => item.id === id) ?? problem('not-found');

const slice = <T>(items: readonly T[], from: number, limit: number) =>
  aPage(items.slice(from, from + limit), from + limit < items.length ? String(from + limit) : null);
