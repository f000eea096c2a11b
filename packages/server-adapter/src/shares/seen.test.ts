import assert from 'node:assert/strict';
import { test } from 'node:test';
import { append, type JournalActor } from '../journal/index.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addCase, addFirm, addPerson, addStaff, shareCase } from '../testing/seed.ts';
import { countUnseen, markSeen } from './index.ts';

forEachDatabase((_dialect, open) => {
  const begin = async () => {
    const database = await open();
    const ids = await database.transaction(async (tx) => {
      const firm = await addFirm(tx);
      const [person, other, staff] = [
        await addPerson(tx, firm),
        await addPerson(tx, firm),
        await addStaff(tx, firm),
      ];
      const caseId = await addCase(tx, firm);
      await shareCase(tx, firm, caseId, person, other, staff);
      return { firm, person, other, staff, caseId };
    });
    const { firm, caseId } = ids;
    const subject = { type: 'case', id: caseId } as const;
    return {
      database,
      ...ids,
      see: (personId: string, revision: number) =>
        database.transaction((tx) => markSeen(tx, { firmId: firm, personId, subject, revision })),
      change: (actor: JournalActor) =>
        database.transaction(async (tx) => {
          const { seq } = await append(tx, { firmId: firm, actor, verb: 'case.status.changed', subject });
          return seq;
        }),
      unseen: async (personId: string) => {
        const now = new Date(Date.now() + 1000).toISOString();
        return (await countUnseen(database.kysely, { firmId: firm, personId, now })).case;
      },
      version: async (personId: string) =>
        (
          await database.kysely
            .selectFrom('people')
            .where('id', '=', personId)
            .select('version')
            .executeTakeFirst()
        )?.version,
    };
  };

  test('what was shared is unseen until its person has looked, and only theirs', async () => {
    const { person, other, see, unseen } = await begin();
    assert.equal(await unseen(person), 1);
    assert.equal(await see(person, 1), 'first');
    assert.equal(await unseen(person), 0);
    assert.equal(await unseen(other), 1);
    assert.equal(await see(person, 1), 'again');
  });

  test('a change makes it unseen again, except for the one who made it', async () => {
    const { person, staff, see, change, unseen } = await begin();
    await see(person, 1);
    await see(staff, 1);
    await change({ type: 'person', id: staff });
    assert.equal(await unseen(person), 1);
    assert.equal(await unseen(staff), 0);
  });

  test('what came after the revision on the screen stays unseen', async () => {
    const { person, staff, see, change, unseen } = await begin();
    const first = await change({ type: 'person', id: staff });
    const second = await change({ type: 'person', id: staff });
    await see(person, first);
    assert.equal(await unseen(person), 1);
    await see(person, second);
    assert.equal(await unseen(person), 0);
    // Looking at an older page afterwards takes nothing back.
    await see(person, first);
    assert.equal(await unseen(person), 0);
  });

  test('a revision from the future hides nothing that comes later', async () => {
    const { person, staff, see, change, unseen } = await begin();
    await see(person, 1_000_000);
    await change({ type: 'person', id: staff });
    assert.equal(await unseen(person), 1);
  });

  test('nobody can mark what they cannot see', async () => {
    const { database, firm, see, caseId } = await begin();
    const stranger = await database.transaction((tx) => addPerson(tx, firm));
    assert.equal(await see(stranger, 1), 'hidden');
    const subject = { type: 'thread', id: caseId } as const;
    const wrongType = { firmId: firm, personId: stranger, subject, revision: 1 };
    assert.equal(await database.transaction((tx) => markSeen(tx, wrongType)), 'hidden');
  });

  test('a version rises with all that its person can see, and stands still otherwise', async () => {
    const { database, firm, person, other, staff, see, change, version } = await begin();
    const before = await version(person);
    await see(person, 1);
    const seen = await version(person);
    assert.ok(Number(seen) > Number(before));
    await see(person, 1);
    assert.equal(await version(person), seen);
    await see(other, 1);
    assert.equal(await version(person), seen);
    await change({ type: 'person', id: staff });
    assert.ok(Number(await version(person)) > Number(seen));

    const stranger = await database.transaction((tx) => addPerson(tx, firm));
    const admin = await database.transaction((tx) => addStaff(tx, firm, { role: 'admin' }));
    await change({ type: 'person', id: staff });
    assert.equal(await version(stranger), 1);
    assert.equal(await version(admin), 2);
  });

  test('clients do not notice a change of a step that they cannot see', async () => {
    const { database, firm, person, staff, caseId, unseen, see, version } = await begin();
    await see(person, 1);
    await see(staff, 1);
    const step = (visible: boolean, wasVisible: boolean) =>
      database.transaction((tx) =>
        append(tx, {
          firmId: firm,
          actor: { type: 'key', id: 'key_1' },
          verb: 'case.step.changed',
          subject: { type: 'case', id: caseId },
          data: { stepId: 'step_1', what: 'changed', visible, wasVisible },
        }),
      );
    const [clientBefore, staffBefore] = [await version(person), await version(staff)];
    await step(false, false);
    assert.equal(await unseen(person), 0);
    assert.equal(await version(person), clientBefore);
    assert.notEqual(await version(staff), staffBefore);
    // Hidden from now on: no news, yet their page has changed.
    await step(false, true);
    assert.equal(await unseen(person), 0);
    assert.notEqual(await version(person), clientBefore);
    // The control: a visible one is news.
    await step(true, true);
    assert.equal(await unseen(person), 1);
  });
});
