/**
 * Proving with the password who one is. Unknown address, wrong password and disabled access look the same, and take the
 * same time. Wherever a password is typed its tries are counted together, so that no way in has guesses of its own.
 */
import type { Context } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { problem } from '../http/problem.ts';
import { append, lockFirm, system } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { comparableEmail } from './email.ts';
import type { Passwords } from './passwords.ts';
import { countTry, forgiveTry, rewriteTry, type Limit } from './rate-limit.ts';

/** That the password of a person was right a moment ago. */
export interface PasswordProof {
  readonly personId: string;
  readonly limits: readonly Limit[];
  /** The hash that it was compared with, and what to store from now on. */
  readonly stored: string;
  readonly fresh: string;
}

/**
 * Ten guesses at one account from one place, so that a guesser elsewhere does not shut its owner out; a hundred from
 * one place at all accounts; and a hundred at one account from all places together (NIST SP 800-63B-4, 3.2.2).
 */
const limitsOf = (firm: string, address: string, place: string): Limit[] => [
  { key: ['sign-in', firm, address, place], most: 10 },
  { key: ['sign-in', firm, 'place', place], most: 100 },
  { key: ['sign-in', firm, 'account', address], most: 100 },
];

/**
 * Compares the password of the person with this address. Computes for long, so it runs outside of transactions; the
 * one that makes use of the proof calls `acceptProof`.
 *
 * @throws `auth.failed`, `rate.limited`, `server.busy`
 */
export async function provePassword(ctx: Context, email: string, password: string): Promise<PasswordProof> {
  const { firm, db, request, services, transaction } = ctx;
  const { secret, passwords } = services;
  const address = comparableEmail(email);
  const limits = limitsOf(firm.id, address, network(request.ip));
  // Committed before the password is looked at: of two guesses at once none goes uncounted.
  await transaction((tx) => countTry(tx, secret, limits));

  const person = await findPerson.first(db, { firm: firm.id, address });
  const stored = person?.access === 'active' ? (person.password_hash ?? undefined) : undefined;
  const fresh = await check(passwords, password, stored).catch(async (error: unknown) => {
    // The server was busy: nobody learnt whether the password is right, so it was no guess.
    await transaction((tx) => forgiveTry(tx, secret, limits));
    throw error;
  });
  if (!person || stored === undefined || fresh === undefined) {
    await transaction((tx) =>
      person ? recordRefusal(tx, firm.id, person.id) : feignRefusal(tx, firm.id, secret, limits),
    );
    throw problem('auth.failed');
  }
  return { personId: person.id, limits, stored, fresh };
}

/**
 * Holds the proof to what is so now: the password may have been changed while it was being checked, and then it was
 * the old one. Its tries were no guesses.
 *
 * @throws `auth.failed`
 */
export async function acceptProof(tx: Tx, { firm, services }: Context, proof: PasswordProof): Promise<void> {
  const kept = await tx
    .updateTable('credentials')
    .set({ password_hash: proof.fresh })
    .where('firm_id', '=', firm.id)
    .where('person_id', '=', proof.personId)
    .where('password_hash', '=', proof.stored)
    .returning('person_id')
    .executeTakeFirst();
  if (!kept) throw problem('auth.failed');
  await forgiveTry(tx, services.secret, proof.limits);
}

/** What to store of the password from now on; undefined when it is wrong. */
async function check(
  passwords: Passwords,
  password: string,
  stored: string | undefined,
): Promise<string | undefined> {
  if (!(await passwords.verify(password, stored)) || stored === undefined) return undefined;
  return passwords.isOutdated(stored) ? await passwords.hash(password) : stored;
}

const findPerson = prepared((db, p: { firm: string; address: string }) =>
  db
    .selectFrom('people')
    .leftJoin('credentials', (join) =>
      join
        .onRef('credentials.firm_id', '=', 'people.firm_id')
        .onRef('credentials.person_id', '=', 'people.id'),
    )
    .where('people.firm_id', '=', p.firm)
    .where('people.email_norm', '=', p.address)
    .select(['people.id', 'people.access', 'credentials.password_hash']),
);

async function recordRefusal(tx: Tx, firmId: string, id: string): Promise<void> {
  const subject = { type: 'person', id } as const;
  await append(tx, { firmId, actor: system, verb: 'password.refused', subject });
}

/**
 * For an address that nobody has: the same lock and as many writes, so that the time tells nothing (ASVS 6.3.8), and no
 * entry. Addresses can be made up without end, and what the journal has it keeps for ever.
 */
async function feignRefusal(
  tx: Tx,
  firmId: string,
  secret: Uint8Array,
  limits: readonly Limit[],
): Promise<void> {
  await lockFirm(tx, firmId);
  await rewriteTry(tx, secret, limits);
}
