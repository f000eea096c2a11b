import { isAboutHiddenStep } from '../cases/shown-step.ts';
import type { Entry } from '../journal/entry.ts';
import type { MailTemplate } from '../journal/verbs.ts';
import { good } from '../links/good.ts';
import { linkOf } from '../links/of-entry.ts';
import { isShared, live } from '../shares/visible.ts';
import type { Executor } from '../sql/database.ts';
import type { LinkPurpose } from '../sql/schema.ts';
import type { ClaimedMail } from './claims.ts';

type Wanted = (
  executor: Executor,
  mail: ClaimedMail,
  entry: Entry,
  now: string,
) => Promise<{ email: string } | undefined>;

/**
 * The address that a mail goes to, as it is now; `undefined` when it should not go any more: the recipient may not
 * sign in, may not see what it is about (also a step that was hidden since), or has seen it already; or the link in it
 * has been used, replaced or ended.
 */
export const stillWanted = async (executor: Executor, mail: ClaimedMail, entry: Entry, now: string) =>
  (await wanted[mail.template](executor, mail, entry, now))?.email;

/** A link is bound to one address, and never goes to another. */
const holder: Wanted = (executor, { template }, entry, now) =>
  linkOf(executor, entry, template as LinkPurpose)
    .where(good(now))
    .select('links.email')
    .executeTakeFirst();

/** That an address is another one now is told to both mailboxes, whatever has changed since. */
const formerHolder =
  (purpose: LinkPurpose): Wanted =>
  (executor, _, entry) =>
    linkOf(executor, entry, purpose).select('links.email').executeTakeFirst();

const oneself: Wanted = (executor, { firmId, personId }) =>
  executor
    .selectFrom('people')
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .where('access', '=', 'active')
    .select('email')
    .executeTakeFirst();

const reader: Wanted = async (executor, mail, entry, now) => {
  const { subject, seq } = entry;
  if (!isShared(subject.type) || (await isAboutHiddenStep(executor, entry))) return undefined;
  return executor
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
};

const wanted: Readonly<Record<MailTemplate, Wanted>> = {
  invitation: holder,
  reset: holder,
  'email-old': holder,
  'email-new': holder,
  'password-changed': oneself,
  'factor-added': oneself,
  'factor-removed': oneself,
  'recovery-code-used': oneself,
  'codes-guessed': oneself,
  'email-changed-old': formerHolder('email-old'),
  'email-changed-new': formerHolder('email-new'),
  'new-message': reader,
  'case-update': reader,
};
