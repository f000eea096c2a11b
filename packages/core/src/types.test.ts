/** What the types promise: this file proves it by compiling, and so has almost nothing to run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Portal } from './index.ts';
import type { Contract, Implementation, InputOf, ParsedOf, ResultOf } from './contract/index.ts';
import type { cases } from './contract/cases.ts';
import type { messages, threads } from './contract/threads.ts';
import type { session } from './contract/session.ts';
import type { Case, CaseSummary, Message, Page, Session } from './types.ts';

type Equal<A, B> = [A, B] extends [B, A] ? true : false;
const same = <A, B>(_: Equal<A, B>) => {};

test('path parameters and fields melt into one input', () => {
  same<InputOf<typeof cases.get>, { id: string }>(true);
  same<InputOf<typeof messages.reply>, { id: string; body: string }>(true);
  same<InputOf<typeof messages.list>['id'], string>(true);
  same<InputOf<typeof messages.list>['cursor'], string | undefined>(true);
});

test('after parsing, defaults are there', () => {
  same<ParsedOf<typeof messages.list>['limit'], number>(true);
  same<undefined extends InputOf<typeof messages.list>['limit'] ? true : false, true>(true);
});

test('results are those of the schemas, and void for a 204', () => {
  same<ResultOf<typeof cases.get>, Case>(true);
  same<ResultOf<typeof messages.reply>, Message>(true);
  same<ResultOf<typeof session.end>, void>(true);
  const items: (page: ResultOf<typeof cases.list>) => Page<CaseSummary> = (page) => page;
  assert.ok(items);
});

test('a portal’s functions are typed by the contract', () => {
  const compiles = async (portal: Portal) => {
    const who: Session = await portal.session.get();
    const { items } = await portal.cases.list();
    await portal.cases.list({ limit: 5 }, { signal: AbortSignal.timeout(1) });
    await portal.cases.get({ id: items[0]!.id });
    await portal.threads.start({ caseId: 'c', recipientIds: ['p'], subject: 's', body: 'b' });
    // @ts-expect-error an id is needed
    await portal.cases.get();
    // @ts-expect-error the body is needed
    await portal.messages.reply({ id: 't' });
    // @ts-expect-error nobody may say who they are
    await portal.messages.reply({ id: 't', body: 'b', authorId: 'p' });
    // @ts-expect-error the firm's side is not the client's
    await portal.people.list();
    return who;
  };
  assert.ok(compiles);
});

test('an open set has its known words and takes others', () => {
  const state = (step: Case['steps'][number]): string => (step.state === 'done' ? 'done' : step.state);
  same<'paused' extends Case['state'] ? true : false, true>(true);
  assert.ok(state);
});

test('an implementation that misses or mistakes an endpoint does not compile', () => {
  type Threads = Implementation<typeof threads, { viewer: string }>;
  const list: Threads['list'] = async (context, { limit }) => ({
    items: [],
    next: `${context.viewer}${limit}`,
  });
  const get: Threads['get'] = async () => assert.fail();
  // @ts-expect-error start is missing
  const missing: Threads = { list, get };
  // @ts-expect-error a page needs next
  const mistaken: Threads['list'] = async () => ({ items: [] });
  same<keyof Implementation<Contract, unknown>, keyof Contract>(true);
  assert.ok(missing && mistaken);
});
