/**
 * The least that can answer the same request: node:http, `node:sqlite` and two prepared statements, written by hand for
 * this one list. It checks the session and who sees what, as we do, and nothing else.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(process.env['FILE'] ?? '', { readOnly: true });
const firm = process.env['FIRM'] ?? '';

const findSession = database.prepare(`
  select sessions.last_seen_at, sessions.expires_at, people.idle_minutes, people.id
  from sessions join people on people.firm_id = sessions.firm_id and people.id = sessions.person_id
  where sessions.firm_id = ? and sessions.token_hash = ? and people.access = 'active' and people.kind = 'client'`);

const listCases = database.prepare(`
  select cases.id, title, area, cases.state, status_label, status_meaning, order_at, changed_seq, seen_seq,
    (select steps.title from steps where steps.firm_id = cases.firm_id and steps.case_id = cases.id
      and visible = 1 and steps.state = 'current' order by position limit 1) as current_step
  from shares join cases on cases.firm_id = shares.firm_id and cases.id = shares.subject_id
  where shares.firm_id = ? and person_id = ? and subject_type = 'case'
    and from_at <= ? and (until_at is null or until_at > ?)
  order by order_at desc, subject_id desc limit 26`);

type Row = Record<string, string | number | null>;

const server = createServer((request, response) => {
  const token = /lp_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest('hex');
  const session = findSession.get(firm, hash) as Row | undefined;
  const now = new Date();
  const at = now.toISOString();
  const idle = (now.getTime() - Date.parse(String(session?.['last_seen_at']))) / 1000;
  if (!session || idle >= Number(session['idle_minutes'] ?? 30) * 60 || at >= String(session['expires_at']))
    return void response.writeHead(401).end();
  const rows = listCases.all(firm, session['id']!, at, at) as Row[];
  const items = rows.slice(0, 25).map((row) => ({
    id: row['id'],
    title: row['title'],
    area: row['area'],
    state: row['state'],
    status: { label: row['status_label'], meaning: row['status_meaning'] },
    currentStep: row['current_step'],
    updatedAt: row['order_at'],
    unseen: Number(row['changed_seq']) > Number(row['seen_seq']),
  }));
  const last = items.at(-1);
  const next = rows.length > 25 ? Buffer.from(`${last?.updatedAt} ${last?.id}`).toString('base64url') : null;
  const body = JSON.stringify({ items, next });
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('SIGTERM', () => process.exit());
