import assert from 'node:assert/strict';
import { mock as clock, test } from 'node:test';
import { createClient, type PortalError } from '../client/index.ts';
import { cases } from '../endpoints/cases.ts';
import { notifications } from '../endpoints/notifications.ts';
import { messages } from '../endpoints/threads.ts';
import { aMessage, aPage, fixtures, mock, mockFetch, problem, summaryOf } from '../testing/index.ts';
import { createCache, readPages, type Reading } from './index.ts';

type Handlers = Parameters<typeof mockFetch>;

const cacheWith = (...handlers: Handlers) =>
  createCache(createClient({ api: 'http://portal.test', fetch: mockFetch(...handlers) }));

/** Resolves when no request of this reading is on its way. */
async function rest(reading: Reading<unknown>): Promise<void> {
  while (reading.answer.fetching) await new Promise((resolve) => setTimeout(resolve, 1));
}

const [citizenship] = fixtures.cases;
const id = citizenship.id;

/** Counts how often a route is asked. */
function counted<T>(answer: T): { calls: number; resolve: () => T } {
  const count = { calls: 0, resolve: () => (count.calls++, answer) };
  return count;
}

test('however many read the same thing, it is asked for once', async () => {
  const asked = counted(citizenship);
  const cache = cacheWith(mock(cases.get, asked.resolve));
  const reading = cache.read(cases.get, { id });
  assert.equal(cache.read(cases.get, { id }), reading);
  const ends = [reading.subscribe(() => {}), reading.subscribe(() => {})];
  await rest(reading);
  ends.push(reading.subscribe(() => {}));
  assert.equal(reading.answer.data?.title, citizenship.title);
  assert.equal(asked.calls, 1);
  for (const end of ends) end();
});

test('other input is another reading, whatever the order of its fields', () => {
  const cache = cacheWith();
  const read = (input: { cursor?: string; limit?: number }) => cache.read(cases.list, input);
  assert.equal(read({ cursor: 'a', limit: 5 }), read({ limit: 5, cursor: 'a' }));
  assert.notEqual(read({ cursor: 'a' }), read({ cursor: 'b' }));
});

test('nothing is asked before somebody reads', async () => {
  const asked = counted(citizenship);
  const reading = cacheWith(mock(cases.get, asked.resolve)).read(cases.get, { id });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([asked.calls, reading.answer.status], [0, 'pending']);
});

test('a failure without data is an error; with data the data stays and is known to be old', async () => {
  let broken = true;
  const cache = cacheWith(mock(cases.get, () => (broken ? problem('server.failed') : citizenship)));
  const reading = cache.read(cases.get, { id });
  const end = reading.subscribe(() => {});
  await rest(reading);
  assert.deepEqual([reading.answer.status, reading.answer.error?.code], ['error', 'server.failed']);
  broken = false;
  await reading.refetch();
  assert.deepEqual([reading.answer.status, reading.answer.error], ['success', undefined]);
  const { updatedAt } = reading.answer;
  broken = true;
  await reading.refetch();
  assert.deepEqual(
    [reading.answer.status, reading.answer.data?.id, reading.answer.error?.code, reading.answer.updatedAt],
    ['success', id, 'server.failed', updatedAt],
  );
  end();
});

for (const code of ['not-found', 'auth.required'] as const)
  test(`what was shown goes when the server says ${code}`, async () => {
    let shared = true;
    const cache = cacheWith(mock(cases.get, () => (shared ? citizenship : problem(code as 'not-found'))));
    const reading = cache.read(cases.get, { id });
    const end = reading.subscribe(() => {});
    await rest(reading);
    assert.equal(reading.answer.data?.id, id);
    shared = false;
    await reading.refetch();
    assert.deepEqual([reading.answer.status, reading.answer.data], ['error', undefined]);
    end();
  });

test('after a mutation what is read is asked for again, and the rest when it is next read', async () => {
  const list = counted(aPage([summaryOf(citizenship)]));
  const one = counted(citizenship);
  const cache = cacheWith(
    mock(cases.list, list.resolve),
    mock(cases.get, one.resolve),
    mock(messages.reply, aMessage({ body: 'Hello' })),
  );
  const [read, left] = [cache.read(cases.list), cache.read(cases.get, { id })];
  const end = read.subscribe(() => {});
  left.subscribe(() => {})();
  await Promise.all([rest(read), rest(left)]);
  await cache.mutate(messages.reply, { id: fixtures.threads[0].id, body: 'Hello' });
  assert.deepEqual([list.calls, one.calls], [2, 1]);
  left.subscribe(() => {})();
  await rest(left);
  assert.equal(one.calls, 2);
  end();
});

test('a mutation that names what it touches leaves the others alone', async () => {
  const list = counted(aPage([summaryOf(citizenship)]));
  const counts = counted(fixtures.counts);
  const cache = cacheWith(
    mock(cases.list, list.resolve),
    mock(notifications.counts, counts.resolve),
    mock(notifications.seen, fixtures.counts),
  );
  const readings = [cache.read(cases.list), cache.read(notifications.counts)];
  const ends = readings.map((reading) => reading.subscribe(() => {}));
  await Promise.all(readings.map(rest));
  const touches = [notifications.counts];
  await cache.mutate(notifications.seen, { type: 'case', id, revision: 1 }, { touches });
  assert.deepEqual([list.calls, counts.calls], [1, 2]);
  for (const end of ends) end();
});

test('a mutation that fails rejects, and asks for nothing again', async () => {
  const list = counted(aPage([summaryOf(citizenship)]));
  const cache = cacheWith(mock(cases.list, list.resolve), mock(messages.reply, problem('forbidden')));
  const reading = cache.read(cases.list);
  const end = reading.subscribe(() => {});
  await rest(reading);
  const failed = cache.mutate(messages.reply, { id: fixtures.threads[0].id, body: 'Hello' });
  await assert.rejects(failed, (error: PortalError) => error.code === 'forbidden');
  assert.equal(list.calls, 1);
  end();
});

test('an answer that was asked for before a mutation does not overwrite the one after', async () => {
  const { promise: slow, resolve: release } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let asked = 0;
  const cache = cacheWith(
    mock(cases.get, async () => {
      if (++asked > 1) return { ...citizenship, title: 'after' };
      begin();
      await slow;
      return { ...citizenship, title: 'before' };
    }),
  );
  const reading = cache.read(cases.get, { id });
  const end = reading.subscribe(() => {});
  await begun;
  await cache.invalidate();
  release();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([asked, reading.answer.data?.title], [2, 'after']);
  end();
});

test('clearing takes away at once what is shown, and a late answer of the old viewer changes nothing', async () => {
  const { promise: slow, resolve: release } = Promise.withResolvers<void>();
  let first = true;
  const cache = cacheWith(
    mock(cases.get, async () => {
      if (first) return ((first = false), citizenship);
      await slow;
      return { ...citizenship, title: 'of the old viewer' };
    }),
  );
  const reading = cache.read(cases.get, { id });
  const end = reading.subscribe(() => {});
  await rest(reading);
  void reading.refetch();
  cache.clear();
  assert.deepEqual([reading.answer.status, reading.answer.data], ['pending', undefined]);
  release();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(reading.answer.data, undefined);
  end();
});

test('what nobody reads is forgotten after five minutes', async () => {
  const cache = cacheWith(mock(cases.get, citizenship));
  const reading = cache.read(cases.get, { id });
  const end = reading.subscribe(() => {});
  await rest(reading);
  clock.timers.enable({ apis: ['setTimeout'] });
  try {
    end();
    clock.timers.tick(299_000);
    assert.equal(cache.read(cases.get, { id }), reading);
    clock.timers.tick(2_000);
    assert.notEqual(cache.read(cases.get, { id }), reading);
  } finally {
    clock.timers.reset();
  }
});

test('pages add up, and are walked again as far as they were read', async () => {
  const asked: (string | undefined)[] = [];
  const cache = cacheWith(
    mock(messages.list, ({ cursor }) => {
      asked.push(cursor);
      const at = Number(cursor ?? 0);
      return aPage([aMessage({ body: `message ${at}` })], at < 2 ? String(at + 1) : null);
    }),
  );
  const reading = readPages(cache, messages.list, { id: fixtures.threads[0].id });
  const end = reading.subscribe(() => {});
  await rest(reading);
  const bodies = () => reading.answer.data?.map(({ body }) => body);
  assert.deepEqual([bodies(), reading.hasMore], [['message 0'], true]);
  await reading.loadMore();
  await reading.loadMore();
  assert.deepEqual([bodies(), reading.hasMore], [['message 0', 'message 1', 'message 2'], false]);
  asked.length = 0;
  await cache.invalidate();
  assert.deepEqual(asked, [undefined, '1', '2']);
  assert.deepEqual(bodies(), ['message 0', 'message 1', 'message 2']);
  end();
});

test('a page that fails to come leaves those that are there', async () => {
  let broken = false;
  const cache = cacheWith(
    mock(messages.list, ({ cursor }) =>
      broken && cursor ? problem('server.failed') : aPage([aMessage({ body: 'Hello' })], 'next'),
    ),
  );
  const reading = readPages(cache, messages.list, { id: fixtures.threads[0].id });
  const end = reading.subscribe(() => {});
  await rest(reading);
  broken = true;
  await reading.loadMore();
  assert.deepEqual([reading.answer.data?.length, reading.answer.error?.code], [1, 'server.failed']);
  assert.equal(reading.hasMore, true, 'so one can try again');
  end();
});
