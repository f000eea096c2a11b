import type { EmailChange } from '@casefront/core/contract/email';
import type { LinkOwner } from '../links/end.ts';
import type { Executor } from '../sql/database.ts';

/** The links of a change: one in the old mailbox, one in the new. */
export const sides = ['email-old', 'email-new'] as const;

/** The two links of the change that is on its way; a mailbox has said yes when its link is used. */
export async function findPair(executor: Executor, { firmId, personId }: LinkOwner, now: string) {
  const links = await executor
    .selectFrom('links')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('purpose', 'in', sides)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .select(['id', 'purpose', 'email', 'email_norm', 'expires_at', 'used_at'])
    .execute();
  const before = links.find(({ purpose }) => purpose === 'email-old');
  const after = links.find(({ purpose }) => purpose === 'email-new');
  return before && after && { before, after };
}

export type Pair = NonNullable<Awaited<ReturnType<typeof findPair>>>;

export const toEmailChange = ({ before, after }: Pair): EmailChange => ({
  newEmail: after.email,
  oldConfirmed: before.used_at !== null,
  newConfirmed: after.used_at !== null,
  expiresAt: after.expires_at,
});
