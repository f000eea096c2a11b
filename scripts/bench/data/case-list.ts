/** A database of 100,000 cases: 1,000 clients of one firm with 100 each, and one of them signed in. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { hashToken, newToken } from '../../../packages/server-adapter/src/access/tokens.ts';
import { newId } from '../../../packages/server-adapter/src/ids.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';

const clients = 1_000;
const casesEach = 100;
const hour = 3_600_000;

export interface CaseListData {
  readonly firmId: string;
  /** Session token of a client in the middle of the table. */
  readonly token: string;
}

export async function makeCaseList(file: string): Promise<CaseListData> {
  const empty = sqlite({ file });
  await empty.migrate();
  await empty.close();

  // Straight into the file: 300,000 rows through the journal and with an fsync each would take minutes.
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = off; pragma cache_size = -400000; begin');
  const insert = inserter(database);
  const now = Date.now();
  const at = (hoursAgo: number) => new Date(now - hoursAgo * hour).toISOString();
  const firmId = newId('firm');
  const token = newToken();
  insert('firms', {
    id: firmId,
    slug: 'bench',
    name: 'Harborview Law',
    branding: '{}',
    contact: '{}',
    settings: JSON.stringify({ sections: ['dashboard', 'cases', 'inbox'], idleMinutes: 30 }),
    locale: 'en',
    time_zone: 'America/New_York',
    portal_url: 'http://localhost/portal',
    created_at: at(0),
  });
  for (let client = 0; client < clients; client++) {
    const personId = newId('person');
    insert('people', {
      firm_id: firmId,
      id: personId,
      kind: 'client',
      name: 'Ana Reyes',
      email: `${client}@client.example`,
      email_norm: `${client}@client.example`,
      locale: 'en',
      time_zone: 'America/New_York',
      access: 'active',
      created_at: at(0),
    });
    for (let index = 0; index < casesEach; index++) addCase(personId, index);
    if (client !== clients / 2) continue;
    insert('sessions', {
      firm_id: firmId,
      token_hash: hashToken(token),
      person_id: personId,
      id: 'ses_0000000000000000000000',
      method: 'password',
      stage: 'complete',
      proved_at: at(0),
      created_at: at(0),
      last_seen_at: at(-12), // so that it is never idle, however long this takes
      expires_at: at(-12),
    });
  }
  database.exec('commit; pragma wal_checkpoint(truncate)');
  database.close();
  return { firmId, token };

  function addCase(personId: string, index: number): void {
    const id = newId('case');
    const times = { created_at: at(index), updated_at: at(index) };
    insert('cases', {
      firm_id: firmId,
      id,
      title: `Adjustment of status, file ${index}`,
      area: 'Immigration',
      status_label: 'Waiting for a decision',
      status_meaning: 'The government is reviewing your application. There is nothing to do for now.',
      ...times,
    });
    insert('steps', {
      firm_id: firmId,
      id: newId('step'),
      case_id: id,
      position: 0,
      title: 'Decision of the government',
      state: 'current',
      visible: 1,
      updated_at: at(index),
    });
    insert('shares', {
      firm_id: firmId,
      person_id: personId,
      subject_type: 'case',
      subject_id: id,
      case_id: id,
      from_at: at(index),
      shared_seq: 1,
      changed_seq: 1,
      seen_seq: index % 2,
      order_at: at(index),
    });
  }
}

/** Inserts rows, preparing one statement per table. */
function inserter(database: DatabaseSync) {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return (table: string, row: Record<string, SQLInputValue>): void => {
    let statement = statements.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      const holes = columns.map(() => '?').join(', ');
      statement = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${holes})`);
      statements.set(table, statement);
    }
    statement.run(...Object.values(row));
  };
}
