import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { verifyJournal } from '../journal/index.ts';
import { memoryMailer } from '../mail/mailer.ts';
import { sqlite } from '../sql/sqlite.ts';
import { addConversation } from '../testing/conversation.ts';
import { createJobs } from './index.ts';

const cycles = 6;
const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

test('a process that is killed again and again loses no acknowledged message, no news and no mail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'casefront-kill-'));
  const at = (name: string) => join(folder, name);
  const lines = async (name: string) => (await readFile(at(name), 'utf8')).split('\n').filter(Boolean);
  try {
    for (const name of ['said', 'sent']) await writeFile(at(name), '');
    const first = sqlite({ file: at('portal.db') });
    await first.migrate();
    const conversation = await first.transaction(addConversation);
    await first.close();

    // Writes messages as fast as it can and lets the jobs run; notes what was acknowledged, and what was mailed.
    const script = `
      import { appendFileSync } from 'node:fs';
      import { sqlite } from ${url('../sql/sqlite.ts')};
      import { createJobs } from ${url('./index.ts')};
      import { say } from ${url('../testing/conversation.ts')};
      const conversation = ${JSON.stringify(conversation)};
      const database = sqlite({ file: ${JSON.stringify(at('portal.db'))} });
      const note = (name, line) => appendFileSync(${JSON.stringify(folder)} + '/' + name, line + '\\n');
      createJobs({
        database,
        mailer: { send: async ({ id }) => note('sent', id) },
        render: async () => ({ subject: 'News', html: 'News', text: 'News' }),
        onError(error) { throw error; },
      }).start();
      for (;;) note('said', await say(database, conversation, conversation.client));`;

    for (let cycle = 0; cycle < cycles; cycle++) {
      const before = (await lines('said')).length;
      const flags = ['--conditions=casefront-source', '--input-type=module', '-e', script];
      const child = spawn(process.execPath, flags, { stdio: ['ignore', 'ignore', 'inherit'] });
      const exit = once(child, 'exit');
      while ((await lines('said')).length < before + 5 && child.exitCode === null) await sleep(5);
      await sleep(Math.random() * 50);
      child.kill('SIGKILL');
      assert.deepEqual(await exit, [null, 'SIGKILL']);
    }

    // What a dead process had claimed is free again an hour later.
    const clock = () => new Date(Date.now() + 3_600_000);
    const database = sqlite({ file: at('portal.db'), clock });
    const mailer = memoryMailer();
    const render = async () => ({ subject: 'News', html: 'News', text: 'News' });
    await createJobs({ database, mailer, render, onError: (error) => assert.fail(String(error)) }).settle();

    const { kysely } = database;
    assert.equal((await verifyJournal(kysely, conversation.firm)).ok, true);
    const messages = await kysely
      .selectFrom('journal')
      .where('verb', '=', 'message.sent')
      .select('seq')
      .execute();
    const seqs = messages.map(({ seq }) => String(seq));
    const said = await lines('said');
    assert.ok(said.length >= cycles * 5);
    assert.deepEqual(
      said.filter((seq) => !seqs.includes(seq)),
      [],
    );

    // The attorney and the paralegal, once each.
    const told = await kysely
      .selectFrom('notifications')
      .where('kind', '=', 'message.sent')
      .select('id')
      .execute();
    assert.equal(told.length, 2 * seqs.length);
    const mails = await kysely.selectFrom('mails').select(['id', 'state']).execute();
    assert.deepEqual([...new Set(mails.map(({ state }) => state))], ['sent']);
    const sent = new Set([...(await lines('sent')), ...mailer.sent.map(({ id }) => id)]);
    assert.deepEqual(sent, new Set(mails.map(({ id }) => id)));
    await database.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
