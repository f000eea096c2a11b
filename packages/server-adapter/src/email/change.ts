/** A change of address that a person asks for, and may think better of. */
import type { EmailChange } from '@casefront/core/contract/email';
import { comparableEmail } from '../access/email.ts';
import type { PersonContext } from '../context.ts';
import { lockedOf } from '../firm/settings.ts';
import { issue, problem } from '../http/problem.ts';
import { appendAbout } from '../journal/index.ts';
import { endLinks } from '../links/end.ts';
import { hasEnough } from '../links/enough.ts';
import { makeLink } from '../links/make.ts';
import { findPair, sides, toEmailChange } from './pair.ts';

const ownerOf = ({ firm, actor }: PersonContext) => ({ firmId: firm.id, personId: actor.id });

export async function readChange(ctx: PersonContext): Promise<{ change: EmailChange | null }> {
  const pair = await findPair(ctx.db, ownerOf(ctx), ctx.clock().toISOString());
  return { change: pair ? toEmailChange(pair) : null };
}

/**
 * Mails a link to the old and to the new address; an earlier change that is still on its way ends. When somebody else
 * has the new one, its mailbox gets nothing, and the change never completes; who asked learns nothing of it.
 *
 * @throws `forbidden` where the firm keeps the address to itself; `request.invalid`; `rate.limited`
 */
export function askForChange(ctx: PersonContext, email: string): Promise<{ change: EmailChange }> {
  const { firm, actor, services, transaction } = ctx;
  if (lockedOf(ctx).includes('email'))
    throw problem('forbidden', { issues: [issue(['email'], 'locked', 'Only the firm changes this')] });
  if (comparableEmail(email) === comparableEmail(actor.email))
    throw problem('request.invalid', { issues: [issue(['email'], 'unchanged', 'Is the address already')] });
  return transaction(async (tx) => {
    const owner = ownerOf(ctx);
    // The new mailbox may be a stranger's.
    if (await hasEnough(tx, owner, ['email-new'])) throw problem('rate.limited', { retryAfter: 3600 });
    const before = await makeLink(tx, services.secret, {
      ...owner,
      purpose: 'email-old',
      email: actor.email,
    });
    const after = await makeLink(tx, services.secret, { ...owner, purpose: 'email-new', email });
    await appendAbout(tx, { firm, actor }, actor.id, 'email.change.asked', {
      linkIds: [before.id, after.id],
    });
    const { expiresAt } = after;
    return { change: { newEmail: email, oldConfirmed: false, newConfirmed: false, expiresAt } };
  });
}

/** Keeps the address. That nothing was on its way is no error: so it is what was wanted. */
export function cancelChange(ctx: PersonContext): Promise<void> {
  const { firm, actor, transaction } = ctx;
  return transaction(async (tx) => {
    const owner = ownerOf(ctx);
    if (!(await findPair(tx, owner, tx.at))) return;
    await endLinks(tx, owner, sides);
    await appendAbout(tx, { firm, actor }, actor.id, 'email.change.cancelled');
  });
}
