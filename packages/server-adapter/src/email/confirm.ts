/** The two mailboxes of a change of address, each of which has to say yes. */
import type { ParsedOf, ResultOf } from '@casefront/core/contract';
import type { email } from '@casefront/core/contract/email';
import { acceptProof, provePassword } from '../access/prove-password.ts';
import type { Context } from '../context.ts';
import { append, lockFirm } from '../journal/index.ts';
import { endLinks, type LinkOwner } from '../links/end.ts';
import { countLook, ended, findLink, useLink } from '../links/use.ts';
import type { Tx } from '../sql/database.ts';
import { findPair, sides } from './pair.ts';

export async function lookAtChange(ctx: Context, token: string): Promise<ResultOf<typeof email.look>> {
  await countLook(ctx);
  const { firm, db, clock } = ctx;
  const link = (await findLink(ctx, sides, token)) ?? ended();
  const pair = (await findPair(db, { firmId: firm.id, personId: link.id }, clock().toISOString())) ?? ended();
  return {
    firmName: firm.name,
    newEmail: pair.after.email,
    locale: link.locale,
    side: link.purpose === 'email-old' ? 'old' : 'new',
    expiresAt: link.expires_at,
  };
}

/**
 * Says yes for one mailbox, with the password of whose account it is; the second yes makes the change.
 *
 * @throws `link.ended`, `auth.failed`, `rate.limited`, `server.busy`
 */
export async function confirmChange(
  ctx: Context,
  { token, password }: ParsedOf<typeof email.confirm>,
): Promise<{ changed: boolean }> {
  const { firm, transaction } = ctx;
  await countLook(ctx);
  const link = (await findLink(ctx, sides, token)) ?? ended();
  const proof = await provePassword(ctx, link.person_email, password);
  return transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    await acceptProof(tx, ctx, proof);
    const { person_id: personId, purpose } = (await useLink(tx, firm.id, sides, token)) ?? ended();
    // The address may have gone from one to another meanwhile, and the password that was right with it.
    if (personId !== proof.personId) ended();
    const person = { type: 'person', id: personId } as const;
    const side = purpose === 'email-old' ? 'old' : 'new';
    await append(tx, {
      firmId: firm.id,
      actor: person,
      verb: 'email.change.confirmed',
      subject: person,
      data: { side },
    });
    return { changed: await complete(tx, { firmId: firm.id, personId }) };
  });
}

/**
 * Makes the change when both mailboxes have said yes and the address is nobody's. Whatever was sent to the old one
 * opens nothing any more (F73: nobody else is invited by it).
 */
async function complete(tx: Tx, owner: LinkOwner): Promise<boolean> {
  const { before, after } = (await findPair(tx, owner, tx.at)) ?? ended();
  if (before.used_at === null || after.used_at === null) return false;
  const { firmId, personId } = owner;
  const changed = await tx
    .updateTable('people')
    .set({ email: after.email, email_norm: after.email_norm, email_proved_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('people as holder')
            .where('holder.firm_id', '=', firmId)
            .where('holder.email_norm', '=', after.email_norm)
            .select('holder.id'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  if (!changed) return false;
  await endLinks(tx, owner);
  const person = { type: 'person', id: personId } as const;
  await append(tx, {
    firmId,
    actor: person,
    verb: 'email.changed',
    subject: person,
    data: { linkIds: [before.id, after.id] },
  });
  return true;
}
