/** Sessions in every state: those of `createTestPortal` are all new. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { withdraw, type Book } from './book.ts';
import type { Caller } from './callers.ts';

const hours = (instant: string, count: number) =>
  new Date(Date.parse(instant) + count * 3_600_000).toISOString();

/** Makes each session what the name of its caller says: `ana-idle`, `ana-over`, `ana-begun`, `admin-stale`, `dis`, `ivy`. */
export function ageSessions(file: string, callers: readonly Caller[], now: string): void {
  const database = new DatabaseSync(file);
  database
    .prepare('update sessions set last_seen_at = ?1, proved_at = ?1, expires_at = ?2')
    .run(now, hours(now, 10));
  database.prepare('update views set expires_at = ?').run(hours(now, 1));
  for (const { credential, name, viewer } of callers) {
    const token = credential.cookie?.split('=')[1];
    if (token === undefined || !('id' in viewer) || viewer.kind === 'view') continue;
    const hash = createHash('sha256').update(token).digest('hex');
    const set = (change: string) =>
      database.prepare(`update sessions set ${change} where token_hash = ?`).run(hash);
    const access = (state: string) =>
      database.prepare('update people set access = ? where id = ?').run(state, viewer.id);
    if (name.endsWith('-idle')) set(`last_seen_at = '${hours(now, -1)}'`);
    if (name.endsWith('-over')) set(`expires_at = '${now}'`);
    if (name.endsWith('-begun')) set(`stage = 'second-factor'`);
    if (name.endsWith('-stale')) set(`proved_at = '${hours(now, -1)}'`);
    if (name === 'dis') access('disabled');
    if (name === 'ivy') access('invited');
  }
  database.close();
}

/**
 * Moves the last use of live sessions and of keys, except of one firm: some time ago, so that it is written down again; or to
 * a moment that has not come yet, so that nothing of a firm's own writes it, and what does shows.
 */
export function moveTouches(file: string, now: string, by: number, except = ''): void {
  const database = new DatabaseSync(file);
  const recent = [hours(now, -0.1), hours(now, by), except] as const;
  database
    .prepare('update sessions set last_seen_at = ?2 where last_seen_at > ?1 and firm_id <> ?3')
    .run(...recent);
  database.prepare('update api_keys set last_used_at = ?1 where firm_id <> ?2').run(hours(now, by), except);
  database.close();
}

/** Everybody has shown that their mailbox is theirs; and one has used all of their recovery codes. */
export function settleFactors(file: string, callers: readonly Caller[], now: string): void {
  const database = new DatabaseSync(file);
  database.prepare(`update people set email_proved_at = ? where access = 'active'`).run(now);
  for (const { name, viewer } of callers)
    if (name === 'witness' && 'id' in viewer)
      database.prepare('update recovery_codes set used_at = ? where person_id = ?').run(now, viewer.id);
  database.close();
}

/** Two shares of a case whose last moment has come at one firm, and at its twins has not. */
export function turnShares(file: string, book: Book, now: string): void {
  const [id, { clients }] = [...book.cases].find(([, one]) => one.clients.size > 2)!;
  const gone = [...clients].slice(-2);
  const database = new DatabaseSync(file);
  for (const person of gone) {
    database
      .prepare('update shares set until_at = ? where firm_id = ? and person_id = ? and subject_id = ?')
      .run(now, book.firmId, person, id);
    withdraw(book, id, person);
  }
  database.close();
}

/** From now on there are no conversations at a firm. */
export function switchOff(file: string, { firmId, messages }: Book): void {
  const database = new DatabaseSync(file);
  const { settings } = database.prepare('select settings from firms where id = ?').get(firmId) as {
    settings: string;
  };
  const changed = JSON.stringify({ ...JSON.parse(settings), messages });
  database.prepare('update firms set settings = ? where id = ?').run(changed, firmId);
  database.close();
}
