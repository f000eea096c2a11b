import type { Session } from '@casefront/core/contract/session';
import { setCookie } from '../access/cookies.ts';
import { openSession } from '../access/sessions.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../sql/database.ts';
import { describeSession, idleSecondsOf, type SessionPerson } from './describe.ts';

/** Signs a person in who has shown who they are: opens a session, and hands its token to the browser. */
export async function startSession(
  tx: Tx,
  { firm, request }: Context,
  person: SessionPerson,
): Promise<Session> {
  const idleSeconds = idleSecondsOf(firm);
  const { token, expiresAt } = await openSession(tx, {
    firmId: firm.id,
    personId: person.id,
    idleSeconds,
    authLevel: 'password',
    device: request.userAgent,
    replaces: request.token,
  });
  request.answerHeaders['set-cookie'] = setCookie(firm.cookie, token);
  return describeSession(firm, person, { idleSeconds, expiresAt });
}
