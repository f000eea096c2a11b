import type { Session } from '@casefront/core/contract/session';
import { setCookie } from '../access/cookies.ts';
import { openSession } from '../access/sessions.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../sql/database.ts';
import type { AuthMethod } from '../sql/schema.ts';
import { locked } from '../sql/lock.ts';
import { describeSession, idleSecondsOf } from './describe.ts';

/**
 * Signs a person in who has shown who they are: opens a session, and hands its token to the browser. Undefined when
 * they have no access: it may have gone while their password was being checked.
 */
export async function startSession(
  tx: Tx,
  { firm, request }: Context,
  personId: string,
  method: AuthMethod,
): Promise<Session | undefined> {
  const person = await lockActive(tx, firm.id, personId);
  if (!person) return undefined;
  const stage = 'complete';
  const idleSeconds = idleSecondsOf(firm);
  const { token, expiresAt } = await openSession(tx, {
    firmId: firm.id,
    personId,
    idleSeconds,
    method,
    stage,
    device: request.userAgent,
    replaces: request.token,
  });
  request.answerHeaders['set-cookie'] = setCookie(firm.cookie, token);
  return describeSession(firm, { ...person, timeZone: person.time_zone }, { stage, idleSeconds, expiresAt });
}

/** Whoever ends the access at the same moment waits, and then finds the session that they have to end too. */
const lockActive = (tx: Tx, firmId: string, personId: string) =>
  locked(
    tx,
    tx
      .selectFrom('people')
      .where('firm_id', '=', firmId)
      .where('id', '=', personId)
      .where('access', '=', 'active')
      .select(['id', 'kind', 'role', 'name', 'email', 'locale', 'time_zone']),
  ).executeTakeFirst();
