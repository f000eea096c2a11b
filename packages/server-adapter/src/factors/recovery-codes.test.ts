import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';
import { withApp } from '../testing/with-app.ts';

const password = 'four green herons by the lake';

forEachDatabase((_, database) => {
  it('come with the first factor: eight, of 120 bits, in groups of four', async () => {
    const { recoveryCodes, browser } = await withApp(database, password);
    assert.equal(new Set(recoveryCodes).size, 8);
    for (const code of recoveryCodes)
      assert.match(code, /^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
    assert.equal((await browser.portal.factors.list()).recoveryCodes, 8);
  });

  it('finish signing in, each once, as people read them off paper', async () => {
    const { recoveryCodes, browser, halfIn } = await withApp(database, password);
    const [one = '', two = '', three = ''] = recoveryCodes;
    const spellings = [
      one,
      two.toUpperCase().replaceAll('-', ' '),
      three.replaceAll('-', '').replaceAll('0', 'O'),
    ];
    for (const code of spellings) {
      const { portal } = await halfIn();
      assert.equal((await portal.session.confirmCode({ code })).stage, 'complete');
      await portal.cases.list();
    }
    for (const code of spellings)
      await assert.rejects((await halfIn()).portal.session.confirmCode({ code }), failsWith('code.wrong'));
    assert.equal((await browser.portal.factors.list()).recoveryCodes, 5);
  });

  it('let one in when two use the same at the same moment', async () => {
    const { recoveryCodes, halfIn } = await withApp(database, password);
    const browsers = await Promise.all([halfIn(), halfIn(), halfIn()]);
    const code = recoveryCodes[0]!;
    const tries = await Promise.allSettled(
      browsers.map(({ portal }) => portal.session.confirmCode({ code })),
    );
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('tell by mail that one was used', async () => {
    const { portal, ana, recoveryCodes, halfIn } = await withApp(database, password);
    await (await halfIn()).portal.session.confirmCode({ code: recoveryCodes[0]! });
    await portal.server.settle();
    const told = portal.mails.filter(({ subject }) => /recovery codes was used/.test(subject));
    assert.deepEqual(
      told.map(({ to }) => to),
      [ana.email],
    );
    assert.ok(!told[0]!.text.includes(recoveryCodes[0]!));
  });

  it('end when there are new ones, and with the last factor', async () => {
    const { recoveryCodes, browser, halfIn } = await withApp(database, password);
    const { recoveryCodes: fresh } = await browser.portal.factors.newRecoveryCodes();
    assert.equal(fresh.length, 8);
    const late = await halfIn();
    const old = late.portal.session.confirmCode({ code: recoveryCodes[0]! });
    await assert.rejects(old, failsWith('code.wrong'));
    await late.portal.session.confirmCode({ code: fresh[0]! });
    await browser.portal.factors.removeTotp();
    assert.equal((await browser.portal.factors.list()).recoveryCodes, 0);
  });

  it('are nobody’s without a second factor', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    await assert.rejects(ana.portal.factors.newRecoveryCodes(), failsWith('conflict'));
  });

  it('are of no use to anybody else', async () => {
    const { recoveryCodes, portal } = await withApp(database, password);
    const bo = await portal.firm.addClient('Bo Lind');
    const code = recoveryCodes[0]!;
    await assert.rejects(bo.portal.session.confirmCode({ code }), failsWith('code.wrong'));
  });
});
