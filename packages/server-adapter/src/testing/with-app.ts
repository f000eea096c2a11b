import { acceptInvitation } from './accept.ts';
import { setUpApp } from './app.ts';
import type { Open } from './databases.ts';
import { createTestPortal } from './portal.ts';

/** Ana has chosen a password and set an authenticator app up, and is signed in with both. */
export async function withApp(database: Open, password: string) {
  const portal = await createTestPortal({ database });
  const ana = await portal.firm.addClient('Ana Silva');
  const browser = await acceptInvitation(portal, ana, password);
  const { app, recoveryCodes } = await setUpApp(portal, browser);
  /** Another browser of hers, where the password was right. */
  const halfIn = async () => {
    const visitor = portal.firm.visitor();
    const session = await visitor.portal.session.create({ email: ana.email, password });
    return Object.assign(visitor, { session });
  };
  return { portal, ana, browser, app, recoveryCodes, halfIn };
}
