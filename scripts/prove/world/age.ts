/** Sessions in every state: those of `createTestPortal` are all new. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
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
