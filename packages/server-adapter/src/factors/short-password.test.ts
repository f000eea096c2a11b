import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import type { TestBrowser } from '../testing/index.ts';
import { withApp } from '../testing/with-app.ts';

const password = 'four green herons by the lake';
const short = 'grebe-moss-41';
const long = 'seven brown otters in a row';

const choose = (browser: TestBrowser, current: string, next: string) =>
  browser.portal.password.change({ current, password: next });

forEachDatabase((_, database) => {
  it('a password that is good only beside a second factor keeps the last one from being removed', async () => {
    const { ana, app, browser, portal } = await withApp(database, password);
    await choose(browser, password, short);
    await assert.rejects(browser.portal.factors.removeTotp({}), failsWith('password.short'));
    const visitor = portal.firm.visitor();
    assert.equal(
      (await visitor.portal.session.create({ email: ana.email, password: short })).stage,
      'second-factor',
    );
    await visitor.portal.session.confirmCode({ code: app.code(1) });

    await choose(visitor, short, long);
    await visitor.portal.factors.removeTotp({});
    const alone = await portal.firm.visitor().portal.session.create({ email: ana.email, password: long });
    assert.equal(alone.stage, 'complete');
  });

  it('alone it does not open anything, also where the firm has taken the second factor away', async () => {
    const { ana, browser, portal } = await withApp(database, password);
    await choose(browser, password, short);
    await portal.firm.admin.firm.access.removeFactors({ id: ana.id });
    const visitor = portal.firm.visitor();
    const session = await visitor.portal.session.create({ email: ana.email, password: short });
    assert.equal(session.stage, 'enrol');
    await assert.rejects(visitor.portal.cases.list(), failsWith('auth.incomplete'));
  });
});
