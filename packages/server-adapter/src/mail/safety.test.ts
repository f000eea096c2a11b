import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal, type TestPortalOptions } from '../testing/index.ts';
import type { MailMessage } from './mailer.ts';

/** What a mail must not tell to somebody who reads over a shoulder. */
const telling =
  /harborview|law|attorney|ward|daniel|abogad|despacho|555|silva|portal de clientes|client portal|case|caso/i;

const wordsOf = ({ subject, text, html, fromName = '', replyTo = '' }: MailMessage) =>
  // The address is where the portal is; nothing can hide that.
  [subject, text, html, fromName, replyTo].join('\n').replace(/https:\/\/[^\s"<]+/g, '');

async function mailsOf(options: TestPortalOptions, safety: boolean) {
  const portal = await createTestPortal(options);
  const firm = await portal.addFirm('seaside', { settings: { safety, exitUrl: 'https://weather.example/' } });
  const people = [];
  for (const locale of ['en', 'es']) {
    const email = `${locale}@people.example`;
    const person = await firm.admin.firm.people.create({ name: 'Ana Silva', email, locale });
    await firm.admin.firm.invitations.create({ id: person.id });
    people.push(await firm.signIn(person));
  }
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id: caseId } = await firm.addCase({
    title: 'Silva against Silva',
    team: [daniel],
    clients: people,
  });
  for (const { id } of people) {
    const message = { caseId, recipientIds: [id], subject: 'Your divorce', body: 'Call me.' };
    await daniel.firm.threads.start(message);
  }
  await people[0]!.portal.threads.start({ caseId, recipientIds: [daniel.id], subject: 'Hi', body: 'Hello' });
  await portal.server.settle();
  const toClients = portal.mails.filter(({ to }) => /^e[ns]@/.test(to));
  const toStaff = portal.mails.filter(({ to }) => to === daniel.email);
  return { toClients, toStaff };
}

forEachDatabase((_, database) => {
  it('tells nothing but that there is something, where clients may be watched', async () => {
    const { toClients, toStaff } = await mailsOf({ database }, true);
    assert.ok(toClients.length >= 6, `${toClients.length} mails`);
    for (const mail of toClients) assert.doesNotMatch(wordsOf(mail), telling);
    for (const subject of ['Something for you', 'Algo para usted'])
      assert.ok(toClients.some((mail) => mail.subject === subject));
    // An invitation, a message and news say the same: one button, and nothing of what it leads to.
    const labels = toClients.map(({ text }) => /^(.+):\nhttps?:/m.exec(text)?.[1]);
    assert.deepEqual(new Set(labels), new Set(['Abrir', 'Open']));
    assert.ok(toClients.some(({ text }) => /#invitation=[\w-]{43}/.test(text)));
    assert.match(toStaff.at(-1)!.subject, /^Harborview Law: /);
  });

  it('says who writes where nobody is watched', async () => {
    const { toClients } = await mailsOf({ database }, false);
    for (const mail of toClients) assert.match(wordsOf(mail), telling);
  });
});
