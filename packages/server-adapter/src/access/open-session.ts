import type { Insertable } from 'kysely';
import { newId } from '../ids.ts';
import { append } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import type { AuthMethod, SessionStage, SessionTable } from '../sql/schema.ts';
import { deleteSession, incompleteSeconds } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';

/** Whatever happens, a session ends after this long (ASVS 7.3.2). */
const absoluteSeconds = 12 * 60 * 60;
/** Most sessions of one person; the longest unused one makes room. */
const mostSessions = 10;

export interface NewSession {
  readonly firmId: string;
  readonly personId: string;
  /** How the person showed who they are. */
  readonly method: AuthMethod;
  readonly stage: SessionStage;
  /** Whether that were two factors. */
  readonly twoFactors: boolean;
  /** What the browser calls itself. */
  readonly device: string | undefined;
  /** The session that the same browser had before; it ends, so that a planted one is worth nothing. */
  readonly replaces: string | undefined;
}

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: string;
}

/** Opens a session with a token of its own (ASVS 7.2.4), and answers the token. */
export async function openSession(tx: Tx, session: NewSession): Promise<OpenedSession> {
  const { firmId, personId, method, stage, replaces } = session;
  if (replaces !== undefined) await deleteSession(tx, firmId, hashToken(replaces));
  const row = {
    firm_id: firmId,
    id: newId('session'),
    person_id: personId,
    method,
    stage,
    two_factors: session.twoFactors ? 1 : 0,
    created_at: tx.at,
    last_seen_at: tx.at,
    proved_at: tx.at,
    expires_at: later(tx.at, stage === 'complete' ? absoluteSeconds : incompleteSeconds),
    device: session.device?.slice(0, 200) ?? null,
  } as const;
  await record(tx, row, stage === 'complete' ? 'session.opened' : 'session.begun', method);
  return await insert(tx, row);
}

/** What somebody with a session has just shown. */
export interface Proof {
  readonly method: AuthMethod;
  /** A second factor: it finishes signing in. */
  readonly second: boolean;
  /** Whether what asks for a fresh proof may go by it. */
  readonly fresh: boolean;
}

/**
 * Ends a session and opens one in its place, of the same name and with the same absolute end, for whoever has just shown
 * more: another token at every rise of privilege (ASVS 7.2.4). Undefined when the session has ended meanwhile.
 */
export async function replaceSession(
  tx: Tx,
  firmId: string,
  tokenHash: string,
  { method, second, fresh }: Proof,
): Promise<(OpenedSession & { readonly stage: SessionStage }) | undefined> {
  const old = await deleteSession(tx, firmId, tokenHash);
  if (!old || old.expires_at <= tx.at) return undefined;
  const stage = second ? 'complete' : old.stage;
  const finished = stage !== old.stage;
  await record(tx, old, finished ? 'session.opened' : 'session.proved', method);
  const opened = await insert(tx, {
    ...old,
    stage,
    method: finished ? method : old.method,
    two_factors: second ? 1 : old.two_factors,
    last_seen_at: tx.at,
    proved_at: fresh ? tx.at : old.proved_at,
    // Counted from when signing in began, or a proof every few hours would keep a session for ever.
    expires_at: finished ? later(old.created_at, absoluteSeconds) : old.expires_at,
  });
  return { ...opened, stage };
}

type Row = Omit<Insertable<SessionTable>, 'token_hash'>;

async function insert(tx: Tx, row: Row): Promise<OpenedSession> {
  await makeRoom(tx, row);
  const token = newToken();
  await tx
    .insertInto('sessions')
    .values({ ...row, token_hash: hashToken(token) })
    .execute();
  return { token, expiresAt: row.expires_at };
}

/** Complete ones and others apart: who knows no more than the password cannot push out who is signed in. */
async function makeRoom(tx: Tx, { firm_id, person_id, stage }: Row): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('firm_id', '=', firm_id)
    .where('token_hash', 'in', (db) =>
      db
        .selectFrom('sessions')
        .where('firm_id', '=', firm_id)
        .where('person_id', '=', person_id)
        .where('stage', stage === 'complete' ? '=' : '!=', 'complete')
        .orderBy('last_seen_at', 'desc')
        .orderBy('token_hash')
        .limit(1000)
        .offset(mostSessions - 1)
        .select('token_hash'),
    )
    .execute();
}

async function record(
  tx: Tx,
  { firm_id, person_id }: Pick<Row, 'firm_id' | 'person_id'>,
  verb: 'session.opened' | 'session.begun' | 'session.proved',
  method: AuthMethod,
): Promise<void> {
  const person = { type: 'person', id: person_id } as const;
  await append(tx, { firmId: firm_id, actor: person, verb, subject: person, data: { method } });
}

const later = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
