import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openOutbox } from './outbox.ts';

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'outbox-'))));
after(() => rm(folder, { recursive: true }));

const mail = (id: string) => ({
  id,
  to: 'ana@example.com',
  subject: `Mail ${id}`,
  text: 'Hello',
  html: '<p>Hello',
});
const ids = async (outbox: Awaited<ReturnType<typeof openOutbox>>) =>
  (await outbox.list()).map(({ id }) => id);

test('mails are there after a restart, newest first, and nobody else can read the file', async () => {
  const file = join(folder, 'kept');
  const first = await openOutbox(file);
  await first.send(mail('m1'));
  await first.send(mail('m2'));
  const again = await openOutbox(file);
  assert.deepEqual(await ids(again), ['m2', 'm1']);
  assert.ok((await again.get('m1'))?.sentAt instanceof Date);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('a mail that was half written when the power went is none, and the next one is whole', async () => {
  const file = join(folder, 'torn');
  await (await openOutbox(file)).send(mail('m1'));
  await appendFile(file, '{"id":"m2","to":"an');
  await (await openOutbox(file)).send(mail('m3'));
  assert.deepEqual(await ids(await openOutbox(file)), ['m3', 'm1']);
});

test('a mail that is sent again, because nobody knew that it was, is one mail', async () => {
  const outbox = await openOutbox(join(folder, 'twice'));
  await outbox.send(mail('m1'));
  await outbox.send(mail('m1'));
  assert.deepEqual(await ids(outbox), ['m1']);
});

test('the last hundred are kept', async () => {
  const file = join(folder, 'many');
  const outbox = await openOutbox(file);
  for (let i = 1; i <= 103; i++) await outbox.send(mail(`m${i}`));
  assert.equal((await outbox.list()).length, 100);
  const kept = await ids(await openOutbox(file));
  assert.deepEqual([kept.length, kept[0], kept.at(-1)], [100, 'm103', 'm4']);
});
