import type { Invitation } from '@casefront/core/contract/invitations';
import { passwordMinimum } from '../access/password-strength.ts';
import { countTry } from '../access/rate-limit.ts';
import { hashToken } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { problem } from '../http/problem.ts';
import { prepared } from '../sql/prepared.ts';

/** What a link is for. Reads only, so that mail scanners, which open links and even run their pages, burn nothing. */
export async function lookAtInvitation(ctx: Context, token: string): Promise<Invitation> {
  await countLook(ctx);
  const open = await findOpen(ctx, token);
  return {
    firmName: ctx.firm.name,
    personName: open.name,
    email: open.email,
    invitedBy: open.invited_by_name,
    expiresAt: open.expires_at,
    passwordMinimum,
  };
}

/** Nobody guesses 256 bits; this only keeps a stranger from making the server busy. */
export const countLook = ({ firm, request, services, transaction }: Context): Promise<void> =>
  transaction((tx) =>
    countTry(tx, services.secret, [{ key: ['invitation', firm.id, network(request.ip)], most: 100 }]),
  );

/** The open invitation of a token. @throws `invitation.ended` */
export async function findOpen({ firm, db, clock }: Context, token: string) {
  const now = clock().toISOString();
  const found = await find.first(db, { firm: firm.id, hash: hashToken(token), now });
  if (!found) throw problem('invitation.ended');
  return found;
}

const find = prepared((db, p: { firm: string; hash: string; now: string }) =>
  db
    .selectFrom('invitations')
    .innerJoin('people', (join) =>
      join
        .onRef('people.firm_id', '=', 'invitations.firm_id')
        .onRef('people.id', '=', 'invitations.person_id')
        // Bound to one address: what the link proves is that its mailbox was read.
        .onRef('people.email_norm', '=', 'invitations.email_norm'),
    )
    .leftJoin('people as inviter', (join) =>
      join
        .onRef('inviter.firm_id', '=', 'invitations.firm_id')
        .onRef('inviter.id', '=', 'invitations.invited_by'),
    )
    .where('invitations.firm_id', '=', p.firm)
    .where('invitations.token_hash', '=', p.hash)
    .where('invitations.used_at', 'is', null)
    .where('invitations.revoked_at', 'is', null)
    .where('invitations.expires_at', '>', p.now)
    .where('people.access', '!=', 'disabled')
    .select(['people.name', 'people.email', 'invitations.expires_at', 'inviter.name as invited_by_name']),
);
