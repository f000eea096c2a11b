import type { Selectable } from 'kysely';
import type { Session } from '@casefront/core/contract/session';
import { isShort, passwordMinimum } from '../access/password-minimum.ts';
import { weakness } from '../access/password-strength.ts';
import { endSessionsOf } from '../access/sessions.ts';
import type { Context } from '../context.ts';
import { issue, problem } from '../http/problem.ts';
import { append } from '../journal/index.ts';
import { endLinks, type LinkOwner } from '../links/end.ts';
import type { SessionPerson } from '../session/describe.ts';
import { startSession } from '../session/open.ts';
import type { Tx } from '../sql/database.ts';
import type { AuthMethod, CredentialTable } from '../sql/schema.ts';

type Owner = Pick<SessionPerson, 'id' | 'kind' | 'name' | 'email'>;

/** @throws `password.weak` */
export async function refuseWeak({ db, firm }: Context, password: string, person: Owner): Promise<void> {
  const minimum = await passwordMinimum(db, firm, person);
  const why = weakness(password, [person.name, person.email, firm.name], minimum);
  if (!why) return;
  const message = why === 'too_short' ? 'Is too short' : 'Is among the first that anybody would try';
  throw problem('password.weak', { issues: [issue(['password'], why, message)] });
}

/** What is stored of a password. */
export type NewPassword = Pick<Selectable<CredentialTable>, 'password_hash' | 'short'>;

/**
 * What to store of a new password. Computes for long, so it runs outside of transactions.
 *
 * @throws `password.weak`, `server.busy`
 */
export async function hashNew(ctx: Context, password: string, person: Owner): Promise<NewPassword> {
  await refuseWeak(ctx, password, person);
  return await hashed(ctx, password);
}

/** @throws `server.busy` */
export const hashed = async ({ services }: Context, password: string): Promise<NewPassword> => ({
  password_hash: await services.passwords.hash(password),
  short: isShort(password) ? 1 : 0,
});

/** Sets a person's password. Who had one before is told by mail that it is another now. */
export async function setPassword(
  tx: Tx,
  { firmId, personId }: LinkOwner,
  password: NewPassword,
): Promise<void> {
  const values = { ...password, changed_at: tx.at };
  const before = await tx
    .updateTable('credentials')
    .set(values)
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst();
  if (!before) {
    await tx
      .insertInto('credentials')
      .values({ firm_id: firmId, person_id: personId, ...values })
      .execute();
  }
  const person = { type: 'person', id: personId } as const;
  await append(tx, {
    firmId,
    actor: person,
    verb: before ? 'password.changed' : 'password.set',
    subject: person,
  });
}

/**
 * Sets a password with a link, and signs in. Whoever had the old one is out (ASVS 7.4.3), and what they may have begun
 * ends with it: links, a change of address. Undefined when the person has no access any more.
 */
export async function startOver(
  tx: Tx,
  ctx: Context,
  personId: string,
  password: NewPassword,
  method: AuthMethod,
): Promise<Session | undefined> {
  const owner = { firmId: ctx.firm.id, personId };
  await setPassword(tx, owner, password);
  await endSessionsOf(tx, ctx.firm.id, personId);
  await endLinks(tx, owner);
  return startSession(tx, ctx, personId, method);
}
