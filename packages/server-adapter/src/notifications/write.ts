import type { NoticeChannel } from '@casefront/core/contract/profile';
import { isAboutHiddenStep } from '../cases/shown-step.ts';
import { newId } from '../ids.ts';
import type { Entry } from '../journal/entry.ts';
import { ruleOf } from '../journal/verbs.ts';
import type { JournalReader } from '../jobs/reader.ts';
import { queueMails } from '../mail/queue.ts';
import { wants } from '../profile/notices.ts';
import { isShared } from '../shares/visible.ts';
import { raiseVersion } from '../shares/version.ts';
import type { Tx } from '../sql/database.ts';
import { invited, whoCanSee, type Recipient } from './recipients.ts';

/** Makes of each entry what its verb asks for: notifications for those who can see it, and mails. */
export const notifier: JournalReader = {
  name: 'notifications',

  async handle(tx, entry) {
    // An unknown verb was written by a newer version; that one will have told.
    const rule = ruleOf(entry.verb);
    if (!rule || (await isAboutHiddenStep(tx, entry))) return;
    const only = rule.only?.(entry.data, entry.subject.id);
    const told =
      rule.effect(entry.data) === 'news'
        ? await whoCanSee(tx, entry, { only, side: rule.side })
        : await invited(tx, entry, only ?? []);
    if (told.length === 0) return;

    const { section } = rule;
    const wanting = (channel: NoticeChannel) =>
      told.filter(({ quiet }) => section === undefined || wants(quiet, section, channel));
    if (section) await writeNotifications(tx, entry, section, wanting('portal'));
    const readers = wanting('email').filter(
      ({ kind, seen }) => !seen && (rule.mailTo !== 'clients' || kind === 'client'),
    );
    for (const template of rule.mails ?? []) await queueMails(tx, entry, template, readers);
  },
};

async function writeNotifications(tx: Tx, entry: Entry, section: string, told: readonly Recipient[]) {
  const { type, id } = entry.subject;
  if (told.length === 0) return;
  if (!isShared(type)) throw new Error(`${entry.verb} has a section, but nobody can look at a ${type}`);
  await tx
    .insertInto('notifications')
    .values(
      told.map((person) => ({
        firm_id: entry.firmId,
        id: newId('notification'),
        person_id: person.id,
        journal_seq: entry.seq,
        kind: entry.verb,
        section,
        subject_type: type,
        subject_id: id,
        case_id: entry.caseId,
        at: entry.at,
        seen_at: person.seen ? tx.at : null,
      })),
    )
    .execute();
  for (const person of told) await raiseVersion(tx, { firm: entry.firmId, person: person.id });
}
