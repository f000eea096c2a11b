/** Signing in. Unknown address, wrong password and disabled access look the same, and take the same time. */
import type { Session } from '@casefront/core/contract/session';
import { comparableEmail } from '../access/email.ts';
import type { Passwords } from '../access/passwords.ts';
import { countTry, forgiveTry, rewriteTry, type Limit } from '../access/rate-limit.ts';
import type { Context } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { problem } from '../http/problem.ts';
import { append, lockFirm, system } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { startSession } from './open.ts';

/**
 * Ten guesses at one account from one place, so that a guesser elsewhere does not shut its owner out; a hundred from
 * one place at all accounts; and a hundred at one account from all places together (NIST SP 800-63B-4, 3.2.2).
 */
const limitsOf = (firm: string, address: string, place: string): Limit[] => [
  { key: ['sign-in', firm, address, place], most: 10 },
  { key: ['sign-in', firm, 'place', place], most: 100 },
  { key: ['sign-in', firm, 'account', address], most: 100 },
];

/** @throws `auth.failed`, `rate.limited`, `server.busy` */
export async function signIn(ctx: Context, input: { email: string; password: string }): Promise<Session> {
  const { firm, db, request, services, transaction } = ctx;
  const { secret, passwords } = services;
  const address = comparableEmail(input.email);
  const limits = limitsOf(firm.id, address, network(request.ip));
  // Committed before the password is looked at: of two guesses at once none goes uncounted.
  await transaction((tx) => countTry(tx, secret, limits));

  const person = await findPerson.first(db, { firm: firm.id, address });
  const stored = person?.access === 'active' ? (person.password_hash ?? undefined) : undefined;
  const fresh = await check(passwords, input.password, stored).catch(async (error: unknown) => {
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

  return transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    // The password may have been changed while it was being checked; then this was the old one.
    if (!(await keepPassword(tx, firm.id, person.id, stored, fresh))) throw problem('auth.failed');
    await forgiveTry(tx, secret, limits);
    const session = await startSession(tx, ctx, person.id, 'password');
    if (!session) throw problem('auth.failed');
    return session;
  });
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

async function keepPassword(
  tx: Tx,
  firmId: string,
  personId: string,
  stored: string,
  fresh: string,
): Promise<boolean> {
  const kept = await tx
    .updateTable('credentials')
    .set({ password_hash: fresh })
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('password_hash', '=', stored)
    .returning('person_id')
    .executeTakeFirst();
  return kept !== undefined;
}

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
