import type { InputOf } from '../contract/endpoint.ts';
import type { Checklist } from '../contract/checklist.ts';
import type { EmailChange } from '../contract/email.ts';
import type { Factors } from '../contract/factors.ts';
import type { Profile, profile } from '../contract/profile.ts';
import type { Session } from '../contract/session.ts';
import type { Device } from '../contract/sessions.ts';
import { fixtureId, fixtures } from './fixtures/index.ts';

/** What a story may begin with. */
interface Beginning {
  profile: Profile;
  factors: Factors;
  devices: readonly Device[];
  change: EmailChange | null;
  checklist: Checklist;
}

/** What the person of the small world has set about themselves: it stays, as long as this object does. */
export interface MockAccount extends Beginning {
  readonly session: Session;
  update(changes: InputOf<typeof profile.update>): Profile;
  changeEmail(newEmail: string): EmailChange;
  addTotp(): readonly string[] | null;
  addPasskey(name: string): readonly string[] | null;
  newRecoveryCodes(): readonly string[];
  removePasskey(id: string): Factors;
  removeTotp(): Factors;
  tick(what: string): Checklist;
}

export function createAccount(begin: Partial<Beginning> = {}): MockAccount {
  /** The first factor brings recovery codes along. */
  const withCodes = (add: Partial<Factors>): readonly string[] | null => {
    const first = account.factors.recoveryCodes === 0;
    account.factors = { ...account.factors, ...add };
    return first ? account.newRecoveryCodes() : null;
  };

  const account: MockAccount = {
    profile: fixtures.profile,
    factors: fixtures.factors,
    devices: fixtures.devices,
    change: null,
    checklist: fixtures.checklist,
    get session() {
      const { id, kind, role, name, email, locale, timeZone, idleMinutes } = account.profile;
      const { totpSince, passkeys, recoveryCodes } = account.factors;
      return {
        ...fixtures.session,
        person: { id, kind, role, name, email, locale, timeZone },
        factors:
          totpSince || passkeys.length
            ? [
                ...(passkeys.length ? ['passkey'] : []),
                ...(totpSince ? ['totp'] : []),
                ...(recoveryCodes ? ['recovery-code'] : []),
              ]
            : ['password'],
        idleSeconds: idleMinutes * 60,
      };
    },
    update({ notices = [], ...rest }) {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      account.profile = {
        ...account.profile,
        ...given,
        notices: account.profile.notices.map(
          (one) => notices.find(({ kind, channel }) => kind === one.kind && channel === one.channel) ?? one,
        ),
      };
      return account.profile;
    },
    changeEmail(newEmail) {
      account.change = { ...fixtures.emailChange, newEmail, oldConfirmed: false };
      return account.change;
    },
    addTotp: () => withCodes({ totpSince: new Date().toISOString() }),
    addPasskey: (name) =>
      withCodes({
        passkeys: [
          ...account.factors.passkeys,
          {
            id: fixtureId('passkey', `added${account.factors.passkeys.length}`),
            name,
            createdAt: new Date().toISOString(),
            lastUsedAt: null,
          },
        ],
      }),
    newRecoveryCodes() {
      account.factors = { ...account.factors, recoveryCodes: fixtures.recoveryCodes.length };
      return fixtures.recoveryCodes;
    },
    removeTotp: () => (account.factors = { ...account.factors, totpSince: null }),
    removePasskey(id) {
      const passkeys = account.factors.passkeys.filter((one) => one.id !== id);
      return (account.factors = { ...account.factors, passkeys });
    },
    tick(what) {
      const items = account.checklist.items.map((item) =>
        item.key === what ? { ...item, done: true } : item,
      );
      const finished = account.checklist.finished || what === 'all' || items.every(({ done }) => done);
      account.checklist = { items, finished };
      return account.checklist;
    },
  };
  return Object.assign(account, begin);
}
