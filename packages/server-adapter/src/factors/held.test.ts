/** What somebody has to prove themselves with is their own, whatever others of the firm have. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { setUpApp } from '../testing/app.ts';
import { TestAuthenticator } from '../testing/authenticator.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal } from '../testing/index.ts';
import { heldFactors } from './held.ts';

forEachDatabase((_, database) => {
  it('is one’s own: beside somebody with everything, who has nothing has nothing', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const bo = await portal.firm.addClient('Bo Lind');
    const browser = await acceptInvitation(portal, ana, 'four green herons by the lake');
    await setUpApp(portal, browser);
    const phone = new TestAuthenticator({ origin: portal.firm.origin });
    const { options } = await browser.portal.factors.startPasskey();
    await browser.portal.factors.addPasskey({ name: 'Phone', response: phone.create(options) });
    const { kysely } = portal.database;
    const held = (person: { id: string }) => heldFactors(kysely, portal.firm.id, person.id);
    const hers = await held(ana);
    assert.ok(hers.password && hers.totp && hers.passkey && hers.recoveryCode, 'the control');
    const none = await held(bo);
    assert.deepEqual([none.password, none.totp, none.passkey, none.recoveryCode].map(Boolean), [
      false,
      false,
      false,
      false,
    ]);
  });
});
