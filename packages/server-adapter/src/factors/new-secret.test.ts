/** The server gets another secret: what was under the one before goes on, as long as the server is told that one too. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';
import { memoryMailer } from '../mail/mailer.ts';
import { createPortalServer } from '../server.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { testBrowser } from '../testing/index.ts';
import { withApp } from '../testing/with-app.ts';

const password = 'four green herons by the lake';

forEachDatabase((_, database) => {
  /** Ana's firm on a server that was started with another secret, and perhaps told the one before. */
  async function restarted(...previousSecrets: Uint8Array[]) {
    const before = await withApp(database, password);
    const { portal, ana } = before;
    const start = (secret: Uint8Array, previous: readonly Uint8Array[]) => {
      const mailer = memoryMailer();
      const server = createPortalServer({
        database: portal.database,
        mailer,
        secret,
        previousSecrets: previous,
      });
      const halfIn = async () => {
        const browser = testBrowser({ server, origin: portal.firm.origin });
        await browser.portal.session.create({ email: ana.email, password });
        return browser;
      };
      return { server, mailer, halfIn };
    };
    const secret = randomBytes(32);
    return { ...before, secret, start, after: start(secret, previousSecrets) };
  }

  it('says that codes cannot be checked, and lets in by a recovery code', async () => {
    const { app, recoveryCodes, after } = await restarted();
    const browser = await after.halfIn();
    await assert.rejects(
      browser.portal.session.confirmCode({ code: app.code() }),
      failsWith('factor.unreadable'),
    );
    const { stage } = await browser.portal.session.confirmCode({ code: recoveryCodes[0]! });
    assert.equal(stage, 'complete');
  });

  it('takes codes of apps from before, and seals them anew, so that the secret of before can go', async () => {
    const { portal, app, secret, start } = await restarted();
    const told = start(secret, [portal.secret]);
    const { stage } = await (await told.halfIn()).portal.session.confirmCode({ code: app.code() });
    assert.equal(stage, 'complete');
    const alone = await start(secret, []).halfIn();
    assert.equal((await alone.portal.session.confirmCode({ code: app.code(1) })).stage, 'complete');
  });

  it('mails links that were waiting with the token that is good', async () => {
    const { portal, ana, secret, start } = await restarted();
    await portal.firm.admin.firm.access.reset({ id: ana.id });
    const { server, mailer } = start(secret, [portal.secret]);
    await server.settle();
    const text = mailer.sent.map((mail) => mail.text).join('\n');
    const token = /#reset=([\w-]{43})/.exec(text)?.[1] ?? assert.fail('no link was mailed');
    const browser = testBrowser({ server, origin: portal.firm.origin });
    await browser.portal.password.look({ token });
  });
});
