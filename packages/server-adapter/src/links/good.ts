import { sql, type Expression, type SqlBool } from 'kysely';

/**
 * Whether a link is good: not used, not ended, not over, its person may use it, and the mailbox that it was sent to is
 * still theirs. One that is to become theirs must be nobody's. The query must have `links` in it.
 */
export const good = (now: string): Expression<SqlBool> =>
  sql<SqlBool>`(links.used_at is null and links.revoked_at is null and links.expires_at > ${now}
    and exists (select 1 from people as owner
      where owner.firm_id = links.firm_id and owner.id = links.person_id
      and owner.access in ('invited', 'active')
      and (owner.email_norm = links.email_norm or links.purpose = 'email-new'))
    and (links.purpose <> 'email-new' or not exists (select 1 from people as holder
      where holder.firm_id = links.firm_id and holder.email_norm = links.email_norm)))`;
