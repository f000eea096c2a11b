/** G23: the journal has every change and every read of a secret, whatever endpoint it came by. */
import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { contract, walk } from '@casefront/core/contract';
import type { Dialect } from '../sql/database.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { memoryLogger } from '../testing/logger.ts';
import { call } from '../testing/matrix/call.ts';
import { callerOf } from '../testing/matrix/caller.ts';
import { entriesOf } from '../testing/matrix/entries.ts';
import { examples } from '../testing/matrix/examples.ts';
import { createWorld, type World } from '../testing/matrix/world.ts';

const endpoints = [...walk(contract)].filter(({ name }) => name in examples);
const audited = endpoints.filter((endpoint) => entriesOf(endpoint) > 0);

forEachDatabase((dialect, open) => {
  let world: World;
  beforeEach(async () => {
    // What fails here fails on purpose.
    world = await createWorld(open, { logger: memoryLogger() });
  });

  const verbs = async () => {
    const { database, firm } = world.portal;
    const rows = await database.kysely
      .selectFrom('journal')
      .where('firm_id', '=', firm.id)
      .orderBy('seq')
      .select('verb')
      .execute();
    return rows.map(({ verb }) => verb);
  };
  const run = (statements: readonly string[]) =>
    world.portal.database.transaction(async (tx) => {
      for (const statement of statements) await tx.run(statement, []);
    });

  it('G23: keeps as many entries of each call as it should: one, unless it says otherwise', async () => {
    assert.ok(audited.length > 30, `${audited.length} endpoints`);
    const wrong: string[] = [];
    for (const named of endpoints) {
      const { name, endpoint } = named;
      const example = examples[name]!;
      const input = (await example.input?.(world)) ?? {};
      const caller = await callerOf(world, endpoint, example);
      const earlier = (await verbs()).length;
      const { status, text } = await call(caller, endpoint, input);
      assert.ok(status < 300, `${name}: ${text}`);
      const written = (await verbs()).slice(earlier);
      if (written.length !== entriesOf(named)) wrong.push(`${name} wrote ${written.join(', ') || 'nothing'}`);
    }
    assert.deepEqual(wrong, [], 'see testing/matrix/entries.ts');
  });

  it('G23: lets nothing happen, and nothing be read, of which it cannot keep an entry', async () => {
    for (const { name, endpoint } of audited) {
      const example = examples[name]!;
      const input = (await example.input?.(world)) ?? {};
      const caller = await callerOf(world, endpoint, example);
      const earlier = await state(world);
      await run(refuseEntries[dialect]);
      const refused = await call(caller, endpoint, input);
      await run(takeEntries[dialect]);
      assert.equal(refused.status, 500, `${name}: ${refused.text}`);
      assert.ok((await state(world)) === earlier, `${name} has changed something`);
      // The control: nothing but the journal was in the way.
      assert.ok((await call(caller, endpoint, input)).status < 300, name);
    }
  });

  it('G23: changes nothing by keeping who read, and lets nobody notice', async () => {
    const { client, staff, ids } = world;
    const { kysely } = world.portal.database;
    const others = async () =>
      JSON.stringify([
        await kysely.selectFrom('people').selectAll().execute(),
        await kysely.selectFrom('shares').selectAll().execute(),
        await kysely.selectFrom('notifications').selectAll().execute(),
        await client.portal.activity.list(),
        await client.portal.notifications.counts(),
      ]);
    await world.portal.server.settle();
    const earlier = await others();
    const before = (await verbs()).length;
    await client.portal.threads.get({ id: ids.thr });
    await client.portal.messages.list({ id: ids.thr });
    await staff.firm.messages.list({ id: ids.thr });
    await world.portal.server.settle();
    assert.ok((await others()) === earlier);
    assert.deepEqual((await verbs()).slice(before), ['thread.read', 'thread.read', 'thread.read']);
  });

  it('keeps who read what, by which endpoint, also when it is a system', async () => {
    const { client, ids, key, portal, firm } = world;
    const system = firm.visitor();
    await client.portal.messages.list({ id: ids.thr });
    await client.portal.profile.data();
    const headers = { authorization: `Bearer ${key}` };
    assert.equal((await system.fetch(`/v1/firm/threads/${ids.thr}`, { headers })).status, 200);
    const rows = await portal.database.kysely
      .selectFrom('journal')
      .where('firm_id', '=', firm.id)
      .orderBy('seq', 'desc')
      .limit(3)
      .select(['actor_type', 'actor_id', 'verb', 'subject_id', 'data'])
      .execute();
    const [bySystem, ofOneself, ofMessages] = rows.map((row) => Object.values(row));
    assert.deepEqual(ofMessages, [
      'person',
      client.id,
      'thread.read',
      ids.thr,
      '{"endpoint":"messages.list"}',
    ]);
    assert.deepEqual(ofOneself, [
      'person',
      client.id,
      'person.read',
      client.id,
      '{"endpoint":"profile.data"}',
    ]);
    assert.deepEqual(
      [bySystem?.[0], ...bySystem!.slice(2)],
      ['key', 'thread.read', ids.thr, '{"endpoint":"firm.threads.get"}'],
    );
  });

  it('keeps nothing of a read that was refused', async () => {
    const { neighbour, client, ids } = world;
    const earlier = await verbs();
    await assert.rejects(client.portal.messages.list({ id: neighbour.ids.thr }));
    await assert.rejects(neighbour.client.portal.threads.get({ id: ids.thr }));
    await assert.rejects(world.firm.visitor().portal.threads.get({ id: ids.thr }));
    assert.deepEqual(await verbs(), earlier);
  });
});

/** All that is stored, but for the tries that are counted before anything else. */
const state = async ({ portal: { database } }: World): Promise<string> => dump(database, ['rate_counters']);

const refuseEntries: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [`create trigger journal_is_full before insert on journal begin select raise(abort, 'full'); end`],
  postgres: [
    `create or replace function journal_is_full() returns trigger language plpgsql as $$
      begin raise exception 'full'; end $$`,
    `create trigger journal_is_full before insert on journal for each row execute function journal_is_full()`,
  ],
};

const takeEntries: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: ['drop trigger journal_is_full'],
  postgres: ['drop trigger journal_is_full on journal'],
};
