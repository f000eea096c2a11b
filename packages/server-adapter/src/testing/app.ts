import { Secret } from 'otpauth';
import { codeAt } from '../factors/one-time-code.ts';
import type { TestBrowser } from './browser.ts';
import type { TestPortal } from './portal.ts';

/** An authenticator app, which shows codes by the clock of the test. */
export interface TestApp {
  /** The code of now, or of so many steps of 30 seconds away. */
  code(steps?: number): string;
}

export const testApp = ({ clock }: Pick<TestPortal, 'clock'>, secret: string): TestApp => ({
  code: (steps = 0) => codeAt(Secret.fromBase32(secret).bytes, new Date(clock().getTime() + steps * 30_000)),
});

/** Sets an authenticator app up for whoever is signed in, or has to. A minute later, so that its next code is unused. */
export async function setUpApp(
  portal: Pick<TestPortal, 'clock'>,
  { portal: { factors } }: Pick<TestBrowser, 'portal'>,
) {
  const { secret } = await factors.startTotp();
  const app = testApp(portal, secret);
  const { recoveryCodes } = await factors.confirmTotp({ code: app.code() });
  portal.clock.pass(60);
  return { app, recoveryCodes: recoveryCodes ?? [] };
}
