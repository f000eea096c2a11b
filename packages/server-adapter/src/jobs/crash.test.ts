import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryMailer } from '../mail/mailer.ts';
import { testClock } from '../testing/clock.ts';
import { addConversation, say } from '../testing/conversation.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { Died, mortal } from '../testing/mortal.ts';
import { createJobs } from './index.ts';

const render = async () => ({ subject: 'News', html: '<p>News</p>', text: 'News' });

forEachDatabase((_dialect, open) => {
  test('wherever the process dies, every news is told once, and no mail is lost or becomes another', async () => {
    const clock = testClock();
    const database = await open({ clock });
    const mailer = memoryMailer();
    const onError = () => {};
    let sentTwice = 0;

    let last = 1;
    for (; ; last++) {
      const conversation = await database.transaction(addConversation);
      const { firm, client, attorney } = conversation;
      const seqs = [await say(database, conversation, client), await say(database, conversation, attorney)];

      const life = mortal(database, last);
      const frail = { database: life.database, mailer: life.mailer(mailer), render, onError };
      await createJobs(frail)
        .settle()
        .catch((error) => assert.ok(error instanceof Died, String(error)));

      // Another process comes up, when what the dead one had claimed is free again.
      clock.pass(601);
      await createJobs({ database, mailer, render, onError }).settle();

      const where = `dying at step ${last}`;
      const told = await database.kysely
        .selectFrom('notifications')
        .where('firm_id', '=', firm)
        .where('journal_seq', 'in', seqs)
        .select(['person_id', 'journal_seq'])
        .execute();
      assert.equal(told.length, 4, where);
      const mails = await database.kysely
        .selectFrom('mails')
        .where('firm_id', '=', firm)
        .selectAll()
        .execute();
      assert.deepEqual([...new Set(mails.map(({ state }) => state))], ['sent'], where);
      assert.equal(mails.filter(({ journal_seq }) => seqs.includes(journal_seq)).length, 4, where);

      const ids = new Set(mails.map(({ id }) => id));
      const sent = mailer.sent.filter(({ id }) => ids.has(id));
      assert.deepEqual(new Set(sent.map(({ id }) => id)), ids, where);
      sentTwice += sent.length - ids.size;
      if (!life.died()) break;
    }
    // The controls: it did die in many places, also right after a mail had gone out, and that one kept its id.
    assert.ok(last > 40, String(last));
    assert.ok(sentTwice > 0);
  });
});
