/**
 * Sessions are rows, read with every request, so that ending one takes effect at once (ASVS 7.4.1). The cookie holds
 * 256 random bits, the row their SHA-256.
 */
import { append } from '../journal/index.ts';
import type { Database, Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { newId } from '../ids.ts';
import type { AuthMethod, SessionStage } from '../sql/schema.ts';
import type { PersonActor } from './actor.ts';
import { hashToken, newToken } from './tokens.ts';

/** Whatever happens, a session ends after this long. */
const absoluteSeconds = 12 * 60 * 60;
/** Most sessions of one person; the longest unused one makes room. */
const mostSessions = 10;
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
    .select(['sessions.last_seen_at', 'sessions.idle_seconds', 'sessions.expires_at'])
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
  firmId: string,
  token: string,
  acts: boolean,
): Promise<PersonActor | undefined> {
  const tokenHash = hashToken(token);
  const row = await findSession.first(database.kysely, { firm: firmId, hash: tokenHash });
  if (!row) return undefined;
  const now = database.clock();
  const idle = (now.getTime() - Date.parse(row.last_seen_at)) / 1000;
  if (idle >= row.idle_seconds || now.toISOString() >= row.expires_at) return undefined;
  if (acts && idle >= touchSeconds) await touch(database, firmId, tokenHash);

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
      idleSeconds: row.idle_seconds,
      expiresAt: row.expires_at,
    },
  };
  return row.kind === 'staff'
    ? { kind: 'staff', role: row.role ?? 'staff', ...person }
    : { kind: 'client', ...person };
}

const touch = (database: Database, firmId: string, tokenHash: string) =>
  database.transaction((tx) =>
    tx
      .updateTable('sessions')
      .set({ last_seen_at: tx.at })
      .where('firm_id', '=', firmId)
      .where('token_hash', '=', tokenHash)
      .execute(),
  );

export interface NewSession {
  readonly firmId: string;
  readonly personId: string;
  readonly idleSeconds: number;
  /** How the person showed who they are. */
  readonly method: AuthMethod;
  readonly stage: SessionStage;
  /** What the browser calls itself. */
  readonly device: string | undefined;
  /** The session that the same browser had before; it ends, so that a planted one is worth nothing. */
  readonly replaces: string | undefined;
}

/** Opens a session with a token of its own (ASVS 7.2.4), and answers the token. */
export async function openSession(
  tx: Tx,
  session: NewSession,
): Promise<{ id: string; token: string; expiresAt: string }> {
  const { firmId, personId, replaces } = session;
  if (replaces !== undefined) await deleteSession(tx, firmId, hashToken(replaces));
  await makeRoom(tx, firmId, personId);
  const id = newId('session');
  const token = newToken();
  const expiresAt = new Date(Date.parse(tx.at) + absoluteSeconds * 1000).toISOString();
  await tx
    .insertInto('sessions')
    .values({
      firm_id: firmId,
      token_hash: hashToken(token),
      id,
      person_id: personId,
      method: session.method,
      stage: session.stage,
      created_at: tx.at,
      last_seen_at: tx.at,
      proved_at: tx.at,
      idle_seconds: session.idleSeconds,
      expires_at: expiresAt,
      device: session.device?.slice(0, 200) ?? null,
    })
    .execute();
  const actor = { type: 'person', id: personId } as const;
  await append(tx, { firmId, actor, verb: 'session.opened', subject: { type: 'person', id: personId } });
  return { id, token, expiresAt };
}

async function makeRoom(tx: Tx, firmId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('firm_id', '=', firmId)
    .where('token_hash', 'in', (db) =>
      db
        .selectFrom('sessions')
        .where('firm_id', '=', firmId)
        .where('person_id', '=', personId)
        .orderBy('last_seen_at', 'desc')
        .orderBy('token_hash')
        .limit(1000)
        .offset(mostSessions - 1)
        .select('token_hash'),
    )
    .execute();
}

/** Ends one session: dead when the transaction commits. */
export async function endSession(tx: Tx, firmId: string, { id, session }: PersonActor): Promise<void> {
  await deleteSession(tx, firmId, session.tokenHash);
  const person = { type: 'person', id } as const;
  await append(tx, { firmId, actor: person, verb: 'session.ended', subject: person });
}

/** Ends all sessions of a person, whose password is new. */
export async function endSessionsOf(tx: Tx, firmId: string, personId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('firm_id', '=', firmId).where('person_id', '=', personId).execute();
}

const deleteSession = (tx: Tx, firmId: string, tokenHash: string) =>
  tx.deleteFrom('sessions').where('firm_id', '=', firmId).where('token_hash', '=', tokenHash).execute();
