/** Signing in. Unknown address, wrong password and shut access look the same, and take the same time. */
import type { Session } from '@casefront/core/contract/session';
import { comparableEmail } from '../access/email.ts';
import { countTry, forgiveTry, type Limit } from '../access/rate-limit.ts';
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
  const stored = person?.password_hash ?? undefined;
  const right = await passwords.verify(input.password, stored);
  if (!person || stored === undefined || !right || person.access !== 'active') {
    await transaction((tx) => recordRefusal(tx, firm.id, person?.id));
    throw problem('auth.failed');
  }
  const fresh = passwords.isOutdated(stored) ? await passwords.hash(input.password) : stored;

  return transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    // The password may have been changed while it was being checked; then this was the old one.
    if (!(await keepPassword(tx, firm.id, person.id, stored, fresh))) throw problem('auth.failed');
    await forgiveTry(tx, secret, limits);
    return startSession(tx, ctx, { ...person, timeZone: person.time_zone });
  });
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
    .select(['people.id', 'people.kind', 'people.role', 'people.name', 'people.email', 'people.locale'])
    .select(['people.time_zone', 'people.access', 'credentials.password_hash']),
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

/** One row either way, so that the time tells nothing. */
async function recordRefusal(tx: Tx, firmId: string, personId: string | undefined): Promise<void> {
  await append(
    tx,
    personId === undefined
      ? { firmId, actor: system, verb: 'session.refused', subject: { type: 'firm', id: firmId } }
      : { firmId, actor: system, verb: 'password.refused', subject: { type: 'person', id: personId } },
  );
}
