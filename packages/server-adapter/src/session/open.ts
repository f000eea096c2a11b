import type { Session } from '@casefront/core/contract/session';
import { openSession, replaceSession, type OpenedSession } from '../access/open-session.ts';
import type { Context, FirmRecord, PersonContext } from '../context.ts';
import { hasSecondFactor, heldFactors } from '../factors/held.ts';
import { firmNow } from '../firm/find.ts';
import { idleSecondsOf } from '../firm/settings.ts';
import { problem } from '../http/problem.ts';
import type { Tx } from '../sql/database.ts';
import { locked } from '../sql/lock.ts';
import type { AuthMethod, SessionStage } from '../sql/schema.ts';
import { describeSession } from './describe.ts';
import { stageOf } from './stage.ts';

/**
 * Signs a person in who has shown who they are: opens a session, and hands its token to the browser. Undefined when
 * they have no access: it may have gone while their password was being checked.
 *
 * @param twoFactors Whether they have shown two factors: a passkey is two, and a host may have asked for both.
 */
export async function startSession(
  tx: Tx,
  { firm, request }: Context,
  personId: string,
  method: AuthMethod,
  { twoFactors = method === 'passkey' } = {},
): Promise<Session | undefined> {
  const person = await lockActive(tx, firm.id, personId);
  if (!person) return undefined;
  const held = await heldFactors(tx, firm.id, personId);
  // Or somebody could slip in while the firm begins to ask for a second factor.
  const stage = stageOf(await firmNow(tx, firm), person.kind, held, twoFactors);
  const session = await openSession(tx, {
    firmId: firm.id,
    personId,
    method,
    stage,
    twoFactors,
    device: request.userAgent,
    replaces: request.token,
  });
  request.handToken(session.token);
  return await describe(tx, firm, person, { ...session, stage });
}

/** What somebody with a session may show: who they are, or a second factor. */
export type Shown = 'password' | 'totp' | 'passkey' | 'recovery-code';

/**
 * Gives whoever has shown more in their session a new token for it (ASVS 7.2.4). A second factor finishes signing in;
 * the password is a fresh proof only for who has no other.
 *
 * @throws `auth.expired` when session or access have ended meanwhile.
 */
export async function renewSession(
  tx: Tx,
  { firm, actor, request }: PersonContext,
  method: Shown,
): Promise<Session> {
  const person = await lockActive(tx, firm.id, actor.id);
  const second = method !== 'password';
  const fresh = second || !hasSecondFactor(await heldFactors(tx, firm.id, actor.id));
  const proof = { method, second, fresh };
  const session = person && (await replaceSession(tx, firm.id, actor.session.tokenHash, proof));
  if (!session) throw problem('auth.expired');
  request.handToken(session.token);
  return await describe(tx, firm, person, session);
}

type Active = NonNullable<Awaited<ReturnType<typeof lockActive>>>;

const describe = (
  tx: Tx,
  firm: FirmRecord,
  person: Active,
  { stage, expiresAt }: OpenedSession & { stage: SessionStage },
) =>
  describeSession(
    tx,
    firm,
    { ...person, timeZone: person.time_zone },
    { stage, idleSeconds: idleSecondsOf(firm, person.idle_minutes), expiresAt },
  );

/** Whoever ends the access at the same moment waits, and then finds the session that they have to end too. */
const lockActive = (tx: Tx, firmId: string, personId: string) =>
  locked(
    tx,
    tx
      .selectFrom('people')
      .where('firm_id', '=', firmId)
      .where('id', '=', personId)
      .where('access', '=', 'active')
      .select(['id', 'kind', 'role', 'name', 'email', 'locale', 'time_zone', 'idle_minutes']),
  ).executeTakeFirst();
