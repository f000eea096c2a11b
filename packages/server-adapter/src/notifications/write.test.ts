import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJobs } from '../jobs/index.ts';
import { append, system, type DataOf } from '../journal/index.ts';
import { memoryMailer } from '../mail/mailer.ts';
import { markSeen, share, unshare } from '../shares/index.ts';
import { testClock } from '../testing/clock.ts';
import { addConversation, say } from '../testing/conversation.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addPerson } from '../testing/seed.ts';

forEachDatabase((_dialect, open) => {
  const begin = async () => {
    const clock = testClock();
    const database = await open({ clock });
    const all = await database.transaction(addConversation);
    const jobs = createJobs({
      database,
      mailer: memoryMailer(),
      render: async () => ({ subject: 'News', html: '<p>News</p>', text: 'News' }),
      onError: (error) => assert.fail(String(error)),
    });
    const { firm } = all;
    // The shares of the beginning are news too; they are not what is looked at here.
    await jobs.settle();
    const { seq } = await database.kysely
      .selectFrom('journal_heads')
      .where('firm_id', '=', firm)
      .select('seq')
      .executeTakeFirstOrThrow();

    const told = async () => {
      const rows = await database.kysely
        .selectFrom('notifications')
        .where('firm_id', '=', firm)
        .where('journal_seq', '>', seq)
        .select(['person_id', 'kind'])
        .execute();
      return rows.map(({ person_id }) => person_id).toSorted();
    };
    const mailed = async () => {
      const rows = await database.kysely
        .selectFrom('mails')
        .where('firm_id', '=', firm)
        .where('journal_seq', '>', seq)
        .select('person_id')
        .execute();
      return rows.map(({ person_id }) => person_id).toSorted();
    };
    await database.transaction((tx) =>
      tx
        .insertInto('steps')
        .values({
          firm_id: firm,
          id: 'step_1',
          case_id: all.caseId,
          position: 0,
          title: 'Prepare',
          visible: 1,
          state: 'current',
          updated_at: tx.at,
        })
        .execute(),
    );
    const changeStep = (data: Partial<DataOf<'case.step.changed'>>) =>
      database.transaction((tx) =>
        append(tx, {
          firmId: firm,
          actor: { type: 'person', id: all.attorney },
          verb: 'case.step.changed',
          subject: { type: 'case', id: all.caseId },
          data: { stepId: 'step_1', what: 'changed', visible: true, wasVisible: true, ...data },
        }),
      );
    return { clock, database, jobs, told, mailed, changeStep, ...all };
  };

  test('a message is told to those in the conversation, without its author, and to nobody else', async () => {
    const all = await begin();
    await say(all.database, all, all.client);
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [all.attorney, all.paralegal].toSorted());
    assert.deepEqual(await all.mailed(), [all.attorney, all.paralegal].toSorted());
  });

  test('settling again tells nobody twice', async () => {
    const all = await begin();
    await say(all.database, all, all.attorney);
    await all.jobs.settle();
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [all.client, all.paralegal].toSorted());
  });

  test('a notification says what, about which item, in which section', async () => {
    const all = await begin();
    const seq = await say(all.database, all, all.attorney);
    await all.jobs.settle();
    const row = await all.database.kysely
      .selectFrom('notifications')
      .where('person_id', '=', all.client)
      .where('journal_seq', '=', seq)
      .selectAll()
      .executeTakeFirstOrThrow();
    const { id, ...rest } = row;
    assert.match(id, /^ntf_/);
    assert.deepEqual(rest, {
      firm_id: all.firm,
      person_id: all.client,
      journal_seq: seq,
      kind: 'message.sent',
      section: 'inbox',
      subject_type: 'thread',
      subject_id: all.thread,
      case_id: all.caseId,
      at: all.clock().toISOString(),
      seen_at: null,
    });
  });

  test('whoever joins later is not told of what came before, and whoever has left of nothing', async () => {
    const all = await begin();
    const subject = { type: 'thread', id: all.thread } as const;
    await say(all.database, all, all.client);
    await all.database.transaction(async (tx) => {
      await unshare(tx, { firmId: all.firm, personId: all.paralegal, what: subject });
      const joined = await append(tx, {
        firmId: all.firm,
        actor: system,
        verb: 'thread.started',
        subject,
        data: { personIds: [all.colleague] },
      });
      await share(tx, joined, { subject, caseId: all.caseId, personIds: [all.colleague] });
    });
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [all.attorney]);
    await say(all.database, all, all.client);
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [all.attorney, all.attorney, all.colleague].toSorted());
  });

  test('a step that clients see is told to all on the case, and mailed to the clients', async () => {
    const all = await begin();
    await all.changeStep({});
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [all.client, all.coClient, all.paralegal, all.colleague].toSorted());
    assert.deepEqual(await all.mailed(), [all.client, all.coClient].toSorted());
  });

  test('a step that clients do not see, or no longer see, is told to nobody', async () => {
    const all = await begin();
    await all.changeStep({ visible: false, wasVisible: false });
    await all.changeStep({ visible: false, wasVisible: true });
    await all.changeStep({ what: 'moved' });
    await all.jobs.settle();
    assert.deepEqual(await all.told(), []);
    assert.deepEqual(await all.mailed(), []);
  });

  test('a share is told to those who got it, not to those who had it', async () => {
    const all = await begin();
    const subject = { type: 'case', id: all.caseId } as const;
    const newcomer = await all.database.transaction(async (tx) => {
      const newcomer = await addPerson(tx, all.firm);
      const data = { personIds: [newcomer] };
      const entry = await append(tx, { firmId: all.firm, actor: system, verb: 'case.shared', subject, data });
      await share(tx, entry, { subject, caseId: all.caseId, personIds: [newcomer] });
      return newcomer;
    });
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [newcomer]);
    assert.deepEqual(await all.mailed(), [newcomer]);
  });

  test('who has no access yet finds the news later, without a mail; who is shut out gets nothing', async () => {
    const all = await begin();
    const set = (id: string, access: 'none' | 'disabled') =>
      all.database.transaction((tx) =>
        tx.updateTable('people').set({ access }).where('id', '=', id).execute(),
      );
    await set(all.client, 'none');
    await set(all.coClient, 'disabled');
    await all.changeStep({});
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [all.client, all.paralegal, all.colleague].toSorted());
    assert.deepEqual(await all.mailed(), []);
  });

  test('what was looked at before it could be told is told as seen, without a mail', async () => {
    const all = await begin();
    const revision = await say(all.database, all, all.attorney);
    const subject = { type: 'thread', id: all.thread } as const;
    await all.database.transaction((tx) =>
      markSeen(tx, { firmId: all.firm, personId: all.client, subject, revision }),
    );
    await all.jobs.settle();
    const seen = await all.database.kysely
      .selectFrom('notifications')
      .where('journal_seq', '=', revision)
      .where('seen_at', 'is not', null)
      .select('person_id')
      .execute();
    assert.deepEqual(
      seen.map(({ person_id }) => person_id),
      [all.client],
    );
    assert.deepEqual(await all.mailed(), [all.paralegal]);
  });

  test('looking at an item clears its notifications, and those of nothing else', async () => {
    const all = await begin();
    const revision = await say(all.database, all, all.attorney);
    await all.changeStep({});
    await all.jobs.settle();
    const unseen = async () =>
      (
        await all.database.kysely
          .selectFrom('notifications')
          .where('person_id', '=', all.client)
          .where('journal_seq', '>=', revision)
          .where('seen_at', 'is', null)
          .select('kind')
          .execute()
      ).map(({ kind }) => kind);
    assert.deepEqual((await unseen()).toSorted(), ['case.step.changed', 'message.sent']);
    const subject = { type: 'thread', id: all.thread } as const;
    await all.database.transaction((tx) =>
      markSeen(tx, { firmId: all.firm, personId: all.client, subject, revision }),
    );
    assert.deepEqual(await unseen(), ['case.step.changed']);
  });

  test('an invitation is mailed to the one who is invited, and is no news', async () => {
    const all = await begin();
    const guest = await all.database.transaction(async (tx) => {
      const guest = await addPerson(tx, all.firm, { access: 'invited' });
      await append(tx, {
        firmId: all.firm,
        actor: system,
        verb: 'invitation.created',
        subject: { type: 'invitation', id: 'inv_1' },
        data: { personIds: [guest] },
      });
      return guest;
    });
    await all.jobs.settle();
    assert.deepEqual(await all.told(), []);
    assert.deepEqual(await all.mailed(), [guest]);
  });

  test('a share that begins later is told about when it begins, once', async () => {
    const all = await begin();
    const subject = { type: 'case', id: all.caseId } as const;
    const from = new Date(all.clock().getTime() + 60_000).toISOString();
    const newcomer = await all.database.transaction(async (tx) => {
      const newcomer = await addPerson(tx, all.firm);
      const data = { personIds: [newcomer] };
      const entry = await append(tx, { firmId: all.firm, actor: system, verb: 'case.shared', subject, data });
      await share(tx, entry, { subject, caseId: all.caseId, personIds: [newcomer], from });
      return newcomer;
    });
    await all.jobs.settle();
    assert.deepEqual(await all.told(), []);
    all.clock.pass(60);
    await Promise.all([all.jobs.settle(), all.jobs.settle()]);
    await all.jobs.settle();
    assert.deepEqual(await all.told(), [newcomer]);
    assert.deepEqual(await all.mailed(), [newcomer]);
  });

  test('when a share ends by itself, the journal says so once, and what its person has kept is stale', async () => {
    const all = await begin();
    const subject = { type: 'case', id: all.caseId } as const;
    const until = new Date(all.clock().getTime() + 60_000).toISOString();
    const guest = await all.database.transaction(async (tx) => {
      const guest = await addPerson(tx, all.firm);
      const data = { personIds: [guest] };
      const entry = await append(tx, { firmId: all.firm, actor: system, verb: 'case.shared', subject, data });
      await share(tx, entry, { subject, caseId: all.caseId, personIds: [guest], until });
      return guest;
    });
    const version = async () =>
      (
        await all.database.kysely
          .selectFrom('people')
          .where('id', '=', guest)
          .select('version')
          .executeTakeFirst()
      )?.version ?? 0;
    const ends = async () =>
      (
        await all.database.kysely
          .selectFrom('journal')
          .where('verb', '=', 'case.unshared')
          .select('data')
          .execute()
      ).map(({ data }) => data);
    await all.jobs.settle();
    const before = await version();
    assert.deepEqual(await ends(), []);
    all.clock.pass(60);
    await Promise.all([all.jobs.settle(), all.jobs.settle()]);
    await all.jobs.settle();
    assert.deepEqual(await ends(), [`{"personIds":["${guest}"]}`]);
    assert.ok((await version()) > before);
  });
});
