import type { HttpHandler } from 'msw';
import { checklist } from '../contract/checklist.ts';
import { email } from '../contract/email.ts';
import { factors } from '../contract/factors.ts';
import { firms } from '../contract/firms.ts';
import { invitations } from '../contract/invitations.ts';
import { password } from '../contract/password.ts';
import { profile } from '../contract/profile.ts';
import { session } from '../contract/session.ts';
import { sessions } from '../contract/sessions.ts';
import type { MockAccount } from './account.ts';
import { fixtures } from './fixtures/index.ts';
import { mock } from './mock.ts';
import { problem } from './problem.ts';

/** The password that is the wrong one everywhere, and the code. */
const WRONG = 'wrong';
const WRONG_CODE = '000000';

/** How one comes in, and everything a person sets about themselves. The password `wrong` and the code `000000` are refused. */
export const access = (account: MockAccount): HttpHandler[] => [
  mock(session.get, () => account.session),
  mock(session.create, ({ password: typed }) => (typed === WRONG ? problem('auth.failed') : account.session)),
  mock(session.extend, () => account.session),
  mock(session.exchange, () => account.session),
  mock(session.confirmPassword, ({ password: typed }) => {
    if (!account.session.factors.includes('password')) return problem('conflict');
    return typed === WRONG ? problem('auth.failed') : account.session;
  }),
  mock(session.confirmCode, ({ code }) => (code === WRONG_CODE ? problem('code.wrong') : account.session)),
  mock(session.passkeyOptions, fixtures.passkeyRequest),
  mock(session.confirmPasskey, () => account.session),
  mock(session.passkeySignInOptions, fixtures.passkeyRequest),
  mock(session.passkeySignIn, () => account.session),
  mock(session.end, undefined),

  mock(sessions.list, () => ({ items: [...account.devices] })),
  mock(sessions.end, ({ id }) => {
    account.devices = account.devices.filter((device) => device.id !== id);
  }),
  mock(sessions.endOthers, () => {
    account.devices = account.devices.filter(({ current }) => current);
  }),

  mock(factors.list, () => account.factors),
  mock(factors.startTotp, fixtures.totp),
  mock(factors.confirmTotp, ({ code }) =>
    code === WRONG_CODE ? problem('code.wrong') : withSession(account, account.addTotp()),
  ),
  mock(factors.removeTotp, () => account.removeTotp()),
  mock(factors.startPasskey, fixtures.passkeyCreation),
  mock(factors.addPasskey, ({ name }) => withSession(account, account.addPasskey(name))),
  mock(factors.removePasskey, ({ id }) => account.removePasskey(id)),
  mock(factors.newRecoveryCodes, () => ({ recoveryCodes: [...account.newRecoveryCodes()] })),

  mock(invitations.renew, undefined),
  mock(password.forgot, undefined),
  mock(password.reset, () => account.session),
  mock(password.change, ({ current }) => (current === WRONG ? problem('auth.failed') : account.session)),

  mock(email.get, () => ({ change: account.change })),
  mock(email.change, ({ email: address }) => ({ change: account.changeEmail(address) })),
  mock(email.cancel, () => {
    account.change = null;
  }),
  mock(email.confirm, ({ password: typed }) =>
    typed === WRONG ? problem('auth.failed') : { changed: false },
  ),

  mock(profile.get, () => account.profile),
  mock(profile.update, (changes) => account.update(changes)),
  mock(profile.data, () => ({
    exportedAt: new Date().toISOString(),
    firm: fixtures.firm.name,
    profile: account.profile,
  })),

  mock(checklist.get, () => account.checklist),
  mock(checklist.tick, ({ what }) => account.tick(what)),
  mock(firms.list, { items: fixtures.firms.filter(({ current }) => current) }),
];

const withSession = (account: MockAccount, codes: readonly string[] | null) => ({
  session: account.session,
  recoveryCodes: codes && [...codes],
});
