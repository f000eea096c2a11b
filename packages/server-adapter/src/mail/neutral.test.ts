import assert from 'node:assert/strict';
import { it } from 'node:test';
import { verbs } from '../journal/index.ts';
import type { Rule } from '../journal/verbs.ts';
import { addMember, mailedToken } from '../testing/accept.ts';
import { setUpApp } from '../testing/app.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { createTestPortal } from '../testing/index.ts';

const password = 'four green herons by the lake';
const another = 'seven brown otters in a row';

/** Words that are facts of a case, each of another kind. */
const facts = [
  'Zebrafish',
  'Quokka',
  'Narwhal',
  'Ocelot',
  'Pangolin',
  'Axolotl',
  'Cormorant',
  'Wombat',
  '12,345',
];

const templates = Object.values(verbs as Record<string, Rule<never>>).flatMap(({ mails = [] }) => mails);

forEachDatabase((_, database) => {
  it('L15: no mail of any kind tells a fact of a case, in its subject or below', async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff('Daniel Okafor');
    for (const locale of ['en', 'es']) {
      const ana = await addMember(portal, `ana.${locale}@people.example`, password);
      const { portal: mine } = ana.browser;
      await mine.profile.update({ locale });
      const other = await portal.firm.addClient('Cormorant Lind');
      const { id: caseId } = await portal.firm.addCase({
        title: 'Zebrafish against Quokka',
        team: [daniel],
        clients: [ana, other],
      });
      await daniel.firm.cases.update({ id: caseId, statusLabel: 'Narwhal is heard' });
      await daniel.firm.steps.create({ caseId, title: 'Ocelot has to sign', visible: true });
      await daniel.firm.events.create({
        caseId,
        kind: 'hearing',
        title: 'Wombat hearing',
        startsOn: '2026-04-02',
      });
      const message = { caseId, subject: 'About Pangolin', body: 'Axolotl has called. You owe $12,345.' };
      await daniel.firm.threads.start({ ...message, recipientIds: [ana.id] });
      await mine.threads.start({ ...message, recipientIds: [daniel.id] });
      await portal.server.settle();

      const { app, recoveryCodes } = await setUpApp(portal, ana.browser);
      const half = portal.firm.visitor();
      await half.portal.session.create({ email: ana.email, password });
      await half.portal.session.confirmCode({ code: recoveryCodes[0]! });
      const guesser = portal.firm.visitor('198.51.100.7');
      await guesser.portal.session.create({ email: ana.email, password });
      for (let tries = 0; tries < 6; tries++)
        await assert.rejects(guesser.portal.session.confirmCode({ code: '000000' }));
      await ana.browser.portal.session.confirmCode({ code: app.code() });
      await ana.browser.portal.factors.removeTotp();
      await daniel.firm.access.reset({ id: ana.id });
      await portal.firm.visitor().portal.password.reset({
        token: await mailedToken(portal, ana.email, 'reset'),
        password: another,
      });
      const again = portal.firm.visitor();
      await again.portal.session.create({ email: ana.email, password: another });
      const email = `new.${locale}@people.example`;
      await again.portal.email.change({ email });
      for (const mailbox of [ana.email, email])
        await portal.firm
          .visitor()
          .portal.email.confirm({ token: await mailedToken(portal, mailbox, 'email'), password: another });
      await portal.server.settle();
    }
    // The controls: all kinds of mails went out, and the facts are there to be told.
    const sent = await portal.database.kysely
      .selectFrom('mails')
      .where('state', '=', 'sent')
      .select('template')
      .execute();
    assert.deepEqual(
      [...new Set(sent.map(({ template }) => template))].sort(),
      [...new Set(templates)].sort(),
    );
    const stored = await dump(portal.database);
    assert.deepEqual(
      facts.filter((fact) => !stored.includes(fact)),
      [],
    );
    for (const { subject, text, html } of portal.mails)
      for (const fact of facts) assert.ok(!`${subject}${text}${html}`.includes(fact), `${fact}: ${text}`);
  });
});
