/**
 * Sessions are rows, read with every request, so that ending one takes effect at once (ASVS 7.4.1). The cookie holds
 * 256 random bits, the row their SHA-256.
 */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { FirmRecord } from '../context.ts';
import { idleSecondsOf } from '../firm/settings.ts';
import { append } from '../journal/index.ts';
import type { Database, Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Schema, SessionStage } from '../sql/schema.ts';
import type { PersonActor } from './actor.ts';
import { hashToken } from './tokens.ts';

/** How long whoever has begun to sign in may take for the rest: long enough to find the phone. */
export const incompleteSeconds = 10 * 60;
/** `last_seen_at` is written at most this often. */
const touchSeconds = 60;

/** Session and person in one trip: this runs with every request. */
const findSession = prepared((db, p: { firm: string; hash: string }) =>
  db
    .selectFrom('sessions')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'sessions.firm_id').onRef('people.id', '=', 'sessions.person_id'),
    )
    .where('sessions.firm_id', '=', p.firm)
    .where('sessions.token_hash', '=', p.hash)
    .where('people.access', '=', 'active')
    .select(['sessions.id as session_id', 'sessions.stage', 'sessions.proved_at'])
    .select(['sessions.last_seen_at', 'sessions.expires_at', 'people.idle_minutes'])
    .select(['people.id', 'people.kind', 'people.role', 'people.name', 'people.email'])
    .select(['people.locale', 'people.time_zone']),
);

/**
 * Who the token belongs to, or nobody: unknown, of another firm, idle for too long, over, or of somebody without access.
 *
 * @param acts Whether this request is something the person did, so that the session stays awake (ASVS 7.3.1).
 */
export async function findPerson(
  database: Database,
  firm: FirmRecord,
  token: string,
  acts: boolean,
): Promise<PersonActor | undefined> {
  const tokenHash = hashToken(token);
  const row = await findSession.first(database.kysely, { firm: firm.id, hash: tokenHash });
  if (!row) return undefined;
  const now = database.clock();
  const idleSeconds = idleSecondsOf(firm, row.idle_minutes);
  if (!isAwake(row, idleSeconds, now)) return undefined;
  if (acts && idleSince(row, now) >= touchSeconds) await touch(database, firm.id, tokenHash);

  const person = {
    id: row.id,
    name: row.name,
    email: row.email,
    locale: row.locale,
    timeZone: row.time_zone,
    session: {
      id: row.session_id,
      tokenHash,
      stage: row.stage,
      provedAt: row.proved_at,
      idleSeconds,
      expiresAt: row.expires_at,
    },
  };
  return row.kind === 'staff'
    ? { kind: 'staff', role: row.role ?? 'staff', ...person }
    : { kind: 'client', ...person };
}

type Times = { readonly last_seen_at: string; readonly expires_at: string };

/** Whether a session goes on: one that has been idle for too long is over, whether its row is there or not. */
export const isAwake = (session: Times, idleSeconds: number, now: Date): boolean =>
  now.toISOString() < session.expires_at && idleSince(session, now) < idleSeconds;

const idleSince = ({ last_seen_at }: Times, now: Date) => (now.getTime() - Date.parse(last_seen_at)) / 1000;

const touch = (database: Database, firmId: string, tokenHash: string) =>
  database.transaction((tx) =>
    tx
      .updateTable('sessions')
      .set({ last_seen_at: tx.at })
      .where('firm_id', '=', firmId)
      .where('token_hash', '=', tokenHash)
      .execute(),
  );

/** Ends the session of a request: dead when the transaction commits. */
export async function endSession(tx: Tx, firmId: string, { id, session }: PersonActor): Promise<void> {
  await deleteSession(tx, firmId, session.tokenHash);
  const person = { type: 'person', id } as const;
  await append(tx, { firmId, actor: person, verb: 'session.ended', subject: person });
}

/** Ends all sessions of a person, whose password is new or whose access is gone. */
export async function endSessionsOf(tx: Tx, firmId: string, personId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('firm_id', '=', firmId).where('person_id', '=', personId).execute();
}

/** Ends all sessions of whoever makes a request but the one it comes with. Answers how many. */
export async function endOtherSessions(
  tx: Tx,
  firmId: string,
  { id, session }: PersonActor,
): Promise<number> {
  const ended = await tx
    .deleteFrom('sessions')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', id)
    .where('token_hash', '!=', session.tokenHash)
    .returning('id')
    .execute();
  return ended.length;
}

/**
 * Those who are in with one factor get no further until they have shown a second, or set one up. Once there is one, it is
 * asked for also where it was still to be set up: there, whoever knows no more than the password could set up their own.
 */
export async function holdBack(
  tx: Tx,
  firmId: string,
  whose: (eb: ExpressionBuilder<Schema, 'sessions'>) => Expression<SqlBool>,
  stage: Exclude<SessionStage, 'complete'>,
): Promise<void> {
  const soon = new Date(Date.parse(tx.at) + incompleteSeconds * 1000).toISOString();
  await tx
    .updateTable('sessions')
    .set((eb) => ({
      stage,
      expires_at: eb.case().when('expires_at', '<', soon).then(eb.ref('expires_at')).else(soon).end(),
    }))
    .where('firm_id', '=', firmId)
    .where(whose)
    .where('stage', 'in', stage === 'enrol' ? ['complete'] : ['complete', 'enrol'])
    .where('two_factors', '=', 0)
    .execute();
}

/** Answers what the session was; undefined when there was none. */
export const deleteSession = (tx: Tx, firmId: string, tokenHash: string) =>
  tx
    .deleteFrom('sessions')
    .where('firm_id', '=', firmId)
    .where('token_hash', '=', tokenHash)
    .returningAll()
    .executeTakeFirst();
