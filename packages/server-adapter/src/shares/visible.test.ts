import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scope } from '../access/actor.ts';
import { append, system } from '../journal/index.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { testClock } from '../testing/clock.ts';
import { addCase, addFirm, addPerson, addStaff, addThread, shareCase } from '../testing/seed.ts';
import type { Database, Tx } from '../sql/database.ts';
import { countUnseen, share, shared, unshare, visible, type Grant } from './index.ts';

forEachDatabase((_dialect, open) => {
  /** A firm with a client, and a case that is shared with nobody. */
  const begin = async () => {
    const clock = testClock();
    const database = await open({ clock });
    const ids = await database.transaction(async (tx) => {
      const firm = await addFirm(tx);
      const person = await addPerson(tx, firm);
      const other = await addPerson(tx, firm);
      return { firm, person, other, caseId: await addCase(tx, firm) };
    });
    const later = (seconds: number) => new Date(clock().getTime() + seconds * 1000).toISOString();
    return { clock, later, database, ...ids };
  };

  const grant = async (
    tx: Tx,
    firm: string,
    values: Omit<Grant, 'subject' | 'caseId'> & { caseId: string },
  ) => {
    const subject = { type: 'case', id: values.caseId } as const;
    const { personIds } = values;
    const entry = await append(tx, {
      firmId: firm,
      actor: system,
      verb: 'case.shared',
      subject,
      data: { personIds },
    });
    await share(tx, entry, { ...values, subject });
  };

  /** The cases that a scope sees by each of the two ways, which have to agree. */
  const casesOf = async ({ kysely, clock }: Database, scope: Scope) => {
    const now = clock().toISOString();
    const one = await kysely
      .selectFrom('cases')
      .where(visible(scope, 'case', now))
      .select('id')
      .execute();
    const ids = one.map(({ id }) => id);
    if (scope.sees === 'shared') {
      const other = await shared(kysely, scope, 'case', now).select('subject_id').execute();
      assert.deepEqual(other.map(({ subject_id }) => subject_id).toSorted(), ids.toSorted());
    }
    return ids;
  };
  const own = (firmId: string, personId: string | null): Scope => ({ firmId, personId, sees: 'shared' });

  test('a case is visible to the person it is shared with, and to nobody else', async () => {
    const { database, firm, person, other, caseId } = await begin();
    assert.deepEqual(await casesOf(database, own(firm, person)), []);
    await database.transaction((tx) => shareCase(tx, firm, caseId, person));
    assert.deepEqual(await casesOf(database, own(firm, person)), [caseId]);
    assert.deepEqual(await casesOf(database, own(firm, other)), []);
    assert.deepEqual(await casesOf(database, own(firm, null)), []);
  });

  test('another firm sees nothing of it, even with the same ids', async () => {
    const { database, firm, person, caseId } = await begin();
    const twin = await database.transaction(async (tx) => {
      await shareCase(tx, firm, caseId, person);
      const twin = await addFirm(tx);
      await addPerson(tx, twin, { id: person });
      await addCase(tx, twin, { id: caseId });
      return twin;
    });
    assert.deepEqual(await casesOf(database, own(twin, person)), []);
    assert.deepEqual(await casesOf(database, own(firm, person)), [caseId]);
    await database.transaction((tx) => shareCase(tx, twin, caseId, person));
    assert.deepEqual(await casesOf(database, own(twin, person)), [caseId]);
  });

  test('a share counts from its first moment up to, not including, its last', async () => {
    const { clock, later, database, firm, person, caseId } = await begin();
    const [from, until] = [later(60), later(120)];
    await database.transaction((tx) => grant(tx, firm, { caseId, personIds: [person], from, until }));
    const after = async (seconds: number) => {
      clock.pass(seconds);
      return casesOf(database, own(firm, person));
    };
    assert.deepEqual(await after(59), []);
    assert.deepEqual(await after(1), [caseId]);
    assert.deepEqual(await after(59), [caseId]);
    assert.deepEqual(await after(1), []);
  });

  test('what is taken back is gone at once, whatever the clock says', async () => {
    const { clock, database, firm, person, caseId } = await begin();
    await database.transaction((tx) => shareCase(tx, firm, caseId, person));
    const what = { type: 'case', id: caseId } as const;
    clock.pass(60);
    const lost = await database.transaction((tx) => unshare(tx, { firmId: firm, personId: person, what }));
    assert.deepEqual(lost, [what]);
    clock.pass(-30);
    assert.deepEqual(await casesOf(database, own(firm, person)), []);
    // A second time there is nothing to lose.
    assert.deepEqual(
      await database.transaction((tx) => unshare(tx, { firmId: firm, personId: person, what })),
      [],
    );
  });

  test('leaving a case takes back all that belongs to it, and nothing else', async () => {
    const { database, firm, person, other, caseId } = await begin();
    const second = await database.transaction(async (tx) => {
      const second = await addCase(tx, firm);
      await shareCase(tx, firm, caseId, person, other);
      await shareCase(tx, firm, second, person);
      const thread = await addThread(tx, firm, { case_id: caseId, created_by: other });
      const subject = { type: 'thread', id: thread } as const;
      const entry = await append(tx, {
        firmId: firm,
        actor: { type: 'person', id: other },
        verb: 'thread.started',
        subject,
        caseId,
        data: { personIds: [person, other] },
      });
      await share(tx, entry, { subject, caseId, personIds: [person, other] });
      return second;
    });
    const lost = await database.transaction((tx) =>
      unshare(tx, { firmId: firm, personId: person, what: { caseId } }),
    );
    assert.deepEqual(lost.map(({ type }) => type).toSorted(), ['case', 'thread']);
    assert.deepEqual(await casesOf(database, own(firm, person)), [second]);
    assert.deepEqual(await casesOf(database, own(firm, other)), [caseId]);
  });

  test('what was taken back can be shared again, and is new again', async () => {
    const { clock, later, database, firm, person, caseId } = await begin();
    const unseen = async () =>
      (await countUnseen(database.kysely, { firmId: firm, personId: person, now: later(0) })).case;
    await database.transaction((tx) => shareCase(tx, firm, caseId, person));
    await database.transaction((tx) =>
      unshare(tx, { firmId: firm, personId: person, what: { type: 'case', id: caseId } }),
    );
    assert.equal(await unseen(), 0);
    clock.pass(60);
    await database.transaction((tx) => shareCase(tx, firm, caseId, person));
    assert.deepEqual(await casesOf(database, own(firm, person)), [caseId]);
    assert.equal(await unseen(), 1);
  });

  test('sharing again with somebody who sees it already changes only the end', async () => {
    const { later, database, firm, person, caseId } = await begin();
    await database.transaction((tx) => shareCase(tx, firm, caseId, person));
    const row = () => database.kysely.selectFrom('shares').selectAll().executeTakeFirstOrThrow();
    const before = await row();
    const until = later(60);
    await database.transaction((tx) => grant(tx, firm, { caseId, personIds: [person], until }));
    assert.deepEqual({ ...(await row()) }, { ...before, until_at: until });
  });

  test('admins and API keys see every case of their firm, and of no other', async () => {
    const { database, firm, caseId } = await begin();
    const other = await database.transaction(async (tx) => {
      const other = await addFirm(tx);
      await addCase(tx, other);
      return other;
    });
    for (const personId of [
      await database.transaction((tx) => addStaff(tx, firm, { role: 'admin' })),
      null,
    ]) {
      assert.deepEqual(await casesOf(database, { firmId: firm, personId, sees: 'firm' }), [caseId]);
      assert.equal(
        (await casesOf(database, { firmId: other, personId, sees: 'firm' })).includes(caseId),
        false,
      );
    }
  });

  test('an admin sees only the conversations that are shared with them, an API key all', async () => {
    const { database, firm, person, caseId } = await begin();
    const { admin, thread } = await database.transaction(async (tx) => ({
      admin: await addStaff(tx, firm, { role: 'admin' }),
      thread: await addThread(tx, firm, { case_id: caseId, created_by: person }),
    }));
    const threadsOf = async (personId: string | null) => {
      const scope = { firmId: firm, personId, sees: 'firm' } as const;
      const seen = visible(scope, 'thread', database.clock().toISOString());
      return (await database.kysely.selectFrom('threads').where(seen).select('id').execute()).map(
        ({ id }) => id,
      );
    };
    assert.deepEqual(await threadsOf(admin), []);
    assert.deepEqual(await threadsOf(null), [thread]);
    await database.transaction(async (tx) => {
      const subject = { type: 'thread', id: thread } as const;
      const actor = { type: 'person', id: person } as const;
      const data = { personIds: [admin] };
      const entry = await append(tx, { firmId: firm, actor, verb: 'thread.started', subject, caseId, data });
      await share(tx, entry, { subject, caseId, personIds: [admin] });
    });
    assert.deepEqual(await threadsOf(admin), [thread]);
  });
});
