import { newId } from '../ids.ts';
import type { Entry } from '../journal/entry.ts';
import type { MailTemplate } from '../journal/verbs.ts';
import type { Recipient } from '../notifications/recipients.ts';
import type { Tx } from '../sql/database.ts';

/**
 * Puts a mail into the outbox for each person. Notices go to those who can sign in and look; an invitation also to
 * those who cannot yet.
 */
export async function queueMails(tx: Tx, entry: Entry, template: MailTemplate, people: readonly Recipient[]) {
  const ready = people.filter(
    ({ access }) => access === 'active' || (template === 'invitation' && access === 'invited'),
  );
  if (ready.length === 0) return;
  await tx
    .insertInto('mails')
    .values(
      ready.map((person) => ({
        firm_id: entry.firmId,
        id: newId('mail'),
        person_id: person.id,
        to_address: person.email,
        template,
        journal_seq: entry.seq,
        created_at: tx.at,
        next_at: tx.at,
      })),
    )
    .execute();
}
