import { isAboutHiddenStep } from '../cases/shown-step.ts';
import type { Entry } from '../journal/entry.ts';
import { isShared, live } from '../shares/visible.ts';
import type { Executor } from '../sql/database.ts';
import type { ClaimedMail } from './claims.ts';

/**
 * The address that a mail goes to, as it is now; `undefined` when it should not go any more: the recipient may not
 * sign in, may not see what it is about (also a step that was hidden since), or has seen it already; or the invitation has been used, replaced or ended.
 */
export const stillWanted = (executor: Executor, mail: ClaimedMail, entry: Entry, now: string) =>
  mail.template === 'invitation'
    ? invitationAddress(executor, entry, now)
    : readerAddress(executor, mail, entry, now);

async function invitationAddress(executor: Executor, entry: Entry, now: string): Promise<string | undefined> {
  const open = await executor
    .selectFrom('invitations as invitation')
    .innerJoin('people as person', (join) =>
      join
        .onRef('person.firm_id', '=', 'invitation.firm_id')
        .onRef('person.id', '=', 'invitation.person_id')
        // The link is bound to one address, and never goes to another.
        .onRef('person.email_norm', '=', 'invitation.email_norm'),
    )
    .where('invitation.firm_id', '=', entry.firmId)
    .where('invitation.id', '=', entry.subject.id)
    .where('invitation.used_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('person.access', 'in', ['invited', 'active'])
    .select('person.email')
    .executeTakeFirst();
  return open?.email;
}

async function readerAddress(
  executor: Executor,
  mail: ClaimedMail,
  entry: Entry,
  now: string,
): Promise<string | undefined> {
  const { subject, seq } = entry;
  if (!isShared(subject.type) || (await isAboutHiddenStep(executor, entry))) return undefined;
  const reader = await executor
    .selectFrom('shares')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'shares.firm_id').onRef('people.id', '=', 'shares.person_id'),
    )
    .where('shares.firm_id', '=', mail.firmId)
    .where('shares.person_id', '=', mail.personId)
    .where('shares.subject_type', '=', subject.type)
    .where('shares.subject_id', '=', subject.id)
    .where(live(now))
    .where('shares.seen_seq', '<', seq)
    .where('people.access', '=', 'active')
    .select('people.email')
    .executeTakeFirst();
  return reader?.email;
}
