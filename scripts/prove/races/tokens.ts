/** Tokens to race for: each person has one of a kind. */
import { openSession } from '../../../packages/server-adapter/src/access/open-session.ts';
import { hash } from '../../../packages/server-adapter/src/access/argon2id.ts';
import { makeRecoveryCodes } from '../../../packages/server-adapter/src/factors/recovery-codes.ts';
import { makeLink } from '../../../packages/server-adapter/src/links/make.ts';
import { signHostToken } from '../../../packages/server-adapter/src/providers/host-tokens.ts';
import type { Database, Tx } from '../../../packages/server-adapter/src/sql/database.ts';
import { addPerson } from '../../../packages/server-adapter/src/testing/seed.ts';
import type { Race } from './race.ts';

export interface Firm {
  readonly firmId: string;
  readonly origin: string;
  readonly secret: Uint8Array;
  readonly hostKey: Uint8Array;
}

const password = 'four green herons by the lake';
const stored = hash(password);
const cookieName = '__Host-lp_session';

type Make = (tx: Tx, firm: Firm) => Promise<Race>;

/** A race for each kind of token there is. */
export const kinds: Readonly<Record<string, Make>> = {
  async invitation(tx, firm) {
    const token = await link(tx, firm, 'invitation', await person(tx, firm, 'invited'));
    return { name: 'invitations.accept', input: { token, password } };
  },
  async reset(tx, firm) {
    const token = await link(tx, firm, 'reset', await person(tx, firm));
    return { name: 'password.reset', input: { token, password } };
  },
  async email(tx, firm) {
    const owner = await person(tx, firm);
    const token = await link(tx, firm, 'email-old', owner);
    await link(tx, firm, 'email-new', { ...owner, email: `new-${owner.email}` });
    return { name: 'email.confirm', input: { token, password } };
  },
  async host(tx, { origin, hostKey, ...firm }) {
    const { id } = await person(tx, firm);
    const token = await signHostToken({ key: hostKey, audience: origin, subject: id });
    return { name: 'session.exchange', input: { token } };
  },
  async recovery(tx, firm) {
    const { id } = await person(tx, firm);
    const [code] = await makeRecoveryCodes(tx, { firmId: firm.firmId, personId: id });
    const cookies = [await begin(tx, firm, id), await begin(tx, firm, id)] as const;
    return { name: 'session.confirmCode', input: { code }, cookies };
  },
};

export const makeRaces = (database: Database, firm: Firm, kind: string, count: number): Promise<Race[]> =>
  database.transaction(async (tx) => {
    const races: Race[] = [];
    while (races.length < count) races.push(await kinds[kind]!(tx, firm));
    return races;
  });

async function person(tx: Tx, { firmId }: Pick<Firm, 'firmId'>, access: 'active' | 'invited' = 'active') {
  const id = await addPerson(tx, firmId, { access });
  const credential = { password_hash: await stored, changed_at: tx.at };
  await tx
    .insertInto('credentials')
    .values({ firm_id: firmId, person_id: id, ...credential })
    .execute();
  return { id, email: `${id.toLowerCase()}@client.example` };
}

async function link(
  tx: Tx,
  { firmId, secret }: Firm,
  purpose: Parameters<typeof makeLink>[2]['purpose'],
  owner: { id: string; email: string },
): Promise<string> {
  const made = await makeLink(tx, secret, { firmId, personId: owner.id, purpose, email: owner.email });
  return made.token;
}

/** Somebody who has typed the password and is asked for more. */
async function begin(tx: Tx, { firmId }: Firm, personId: string): Promise<string> {
  const { token } = await openSession(tx, {
    ...{ firmId, personId, method: 'password', stage: 'second-factor', twoFactors: false },
    ...{ device: undefined, replaces: undefined },
  });
  return `${cookieName}=${token}`;
}
