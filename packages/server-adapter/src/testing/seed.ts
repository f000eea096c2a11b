/** Rows for tests of everything below the services: as few columns as a test wants to say. */
import type { Insertable } from 'kysely';
import { newId } from '../ids.ts';
import { append, system } from '../journal/index.ts';
import { share } from '../shares/index.ts';
import type { Tx } from '../sql/database.ts';
import { toJson } from '../sql/json.ts';
import type { CaseTable, FirmTable, PersonTable, ThreadTable } from '../sql/schema.ts';

/** A firm. Returns its id. */
export async function addFirm(tx: Tx, values: Partial<Insertable<FirmTable>> = {}): Promise<string> {
  const id = newId('firm');
  const slug = values.slug ?? id.slice(-8).toLowerCase();
  await tx
    .insertInto('firms')
    .values({
      id,
      slug,
      name: 'Harborview Law',
      branding: toJson({ brand: '#1f4b6e', logoUrl: null }),
      contact: toJson({
        phone: '(555) 010-0199',
        email: 'office@harborview.example',
        address: '1 Harbor Way',
        hours: 'Monday to Friday, 9 to 5',
        website: 'https://harborview.example',
        emergencyNote: null,
      }),
      settings: toJson({ sections: ['dashboard', 'cases', 'inbox'], idleMinutes: 30 }),
      locale: 'en',
      time_zone: 'America/New_York',
      portal_url: 'https://harborview.example/portal',
      created_at: tx.at,
      ...values,
    })
    .execute();
  return values.id ?? id;
}

/** A client who can sign in, unless told otherwise. Returns the id. */
export async function addPerson(
  tx: Tx,
  firm: string,
  values: Partial<Insertable<PersonTable>> = {},
): Promise<string> {
  const id = values.id ?? newId('person');
  const email = values.email ?? `${id.toLowerCase()}@client.example`;
  await tx
    .insertInto('people')
    .values({
      firm_id: firm,
      id,
      kind: 'client',
      role: null,
      name: 'Ana Reyes',
      email,
      email_norm: email,
      locale: 'en',
      time_zone: 'America/New_York',
      access: 'active',
      created_at: tx.at,
      ...values,
    })
    .execute();
  return id;
}

export const addStaff = (tx: Tx, firm: string, values: Partial<Insertable<PersonTable>> = {}) =>
  addPerson(tx, firm, { kind: 'staff', role: 'attorney', name: 'Dana Whitfield', ...values });

/** A case, shared with nobody. Returns its id. */
export async function addCase(
  tx: Tx,
  firm: string,
  values: Partial<Insertable<CaseTable>> = {},
): Promise<string> {
  const id = values.id ?? newId('case');
  await tx
    .insertInto('cases')
    .values({
      firm_id: firm,
      id,
      title: 'Petition for residence',
      area: 'Immigration',
      status_label: 'Waiting for a decision',
      created_at: tx.at,
      updated_at: tx.at,
      ...values,
    })
    .execute();
  return id;
}

/** A conversation without messages, shared with nobody. Returns its id. */
export async function addThread(
  tx: Tx,
  firm: string,
  values: Pick<Insertable<ThreadTable>, 'case_id' | 'created_by'> & Partial<Insertable<ThreadTable>>,
): Promise<string> {
  const id = values.id ?? newId('thread');
  await tx
    .insertInto('threads')
    .values({
      firm_id: firm,
      id,
      subject: 'A question',
      created_at: tx.at,
      last_message_at: tx.at,
      message_count: 0,
      ...values,
    })
    .execute();
  return id;
}

/** Shares a case with people, as the portal itself. */
export async function shareCase(tx: Tx, firm: string, caseId: string, ...personIds: string[]): Promise<void> {
  const subject = { type: 'case', id: caseId } as const;
  const entry = await append(tx, {
    firmId: firm,
    actor: system,
    verb: 'case.shared',
    subject,
    data: { personIds },
  });
  await share(tx, entry, { subject, caseId, personIds });
}
