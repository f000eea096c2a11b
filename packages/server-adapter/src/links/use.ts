/** Looking at links and using them up. */
import { countTry } from '../access/rate-limit.ts';
import { hashToken } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { problem } from '../http/problem.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { LinkPurpose } from '../sql/schema.ts';
import { good } from './good.ts';

/** Nobody guesses 256 bits; this only keeps a stranger from making the server busy. */
export const countLook = ({ firm, request, services, transaction }: Context): Promise<void> =>
  transaction((tx) =>
    countTry(tx, services.secret, [{ key: ['link', firm.id, network(request.ip)], most: 100 }]),
  );

/**
 * The good link with this token, for one of these purposes. Reads only, so that mail scanners, which open links and
 * even run their pages, burn nothing.
 */
export async function findLink(
  { firm, db, clock }: Context,
  purposes: readonly LinkPurpose[],
  token: string,
) {
  const now = clock().toISOString();
  const link = await find.first(db, { firm: firm.id, hash: hashToken(token), now });
  return link && purposes.includes(link.purpose) ? link : undefined;
}

const find = prepared((db, p: { firm: string; hash: string; now: string }) =>
  db
    .selectFrom('links')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'links.firm_id').onRef('people.id', '=', 'links.person_id'),
    )
    .leftJoin('people as sender', (join) =>
      join.onRef('sender.firm_id', '=', 'links.firm_id').onRef('sender.id', '=', 'links.sent_by'),
    )
    .where('links.firm_id', '=', p.firm)
    .where('links.token_hash', '=', p.hash)
    .where(good(p.now))
    .select(['links.purpose', 'links.email', 'links.expires_at'])
    .select(['people.id', 'people.kind', 'people.name', 'people.email as person_email', 'people.locale'])
    .select('sender.name as sender_name'),
);

/**
 * Uses a link up. Whether it is good is part of the same statement, so that of two at once only one gets it
 * (ASVS 15.4.2); undefined for the other.
 */
export const useLink = (tx: Tx, firmId: string, purposes: readonly LinkPurpose[], token: string) =>
  tx
    .updateTable('links')
    .set({ used_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('token_hash', '=', hashToken(token))
    .where('purpose', 'in', purposes)
    .where(good(tx.at))
    .returning(['id', 'purpose', 'person_id', 'email', 'shown'])
    .executeTakeFirst();

/** Ends a request whose link is good no more, for whatever reason. */
export function ended(code: 'link.ended' | 'invitation.ended' = 'link.ended'): never {
  throw problem(code);
}
