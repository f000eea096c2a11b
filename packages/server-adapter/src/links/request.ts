import { comparableEmail } from '../access/email.ts';
import { countTry } from '../access/rate-limit.ts';
import { hashToken } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { newId } from '../ids.ts';

/** By what somebody who is not signed in says who they are: their address, or a link that has ended. */
export type Asked = { readonly email: string } | { readonly token: string };

/**
 * Writes down that somebody asked for a link, whoever they are. The jobs answer it (`answer.ts`), so here an address
 * that is known takes as many writes and as much time as one that is not (ASVS 6.3.8).
 *
 * @throws `rate.limited`
 */
export function requestLink(ctx: Context, asked: Asked): Promise<void> {
  const { firm, request, services } = ctx;
  const limits = [{ key: ['link-request', firm.id, network(request.ip)], most: 30 }];
  return ctx.transaction(async (tx) => {
    await countTry(tx, services.secret, limits);
    await tx
      .insertInto('link_requests')
      .values({
        firm_id: firm.id,
        id: newId('link'),
        email_norm: 'email' in asked ? comparableEmail(asked.email) : null,
        token_hash: 'token' in asked ? hashToken(asked.token) : null,
        created_at: tx.at,
      })
      .execute();
  });
}
