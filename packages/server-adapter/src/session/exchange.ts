/** Signing in with a token of somebody else who knows the person: the host, or an identity provider. */
import type { Session } from '@casefront/core/contract/session';
import { comparableEmail } from '../access/email.ts';
import { countTry, forgiveTry } from '../access/rate-limit.ts';
import { hashToken } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { problem } from '../http/problem.ts';
import { letIn } from '../invitations/let-in.ts';
import { append, lockFirm } from '../journal/index.ts';
import type { Holder } from '../providers/provider.ts';
import type { Tx } from '../sql/database.ts';
import { startSession } from './open.ts';

/**
 * Exchanges a token for a session, once. Whatever is wrong with the token or the person, the answer is the same.
 *
 * @throws `auth.token-refused`, `rate.limited`
 */
export async function exchange(ctx: Context, token: string): Promise<Session> {
  const { firm, request, services, transaction } = ctx;
  // Nobody guesses a signature; this keeps a stranger from making the server, and the provider, busy.
  const limits = [{ key: ['exchange', firm.id, network(request.ip)], most: 100 }];
  await transaction((tx) => countTry(tx, services.secret, limits));
  const holder = (await identify(ctx, token)) ?? refused();

  return transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    if (!(await use(tx, firm.id, holder))) refused();
    await forgiveTry(tx, services.secret, limits);
    const person = (await findHolder(tx, firm.id, holder.person)) ?? refused();
    if (person.access === 'invited') await begin(tx, firm.id, person.id);
    return (await startSession(tx, ctx, person.id, 'host', { twoFactors: holder.multiFactor })) ?? refused();
  });
}

function refused(): never {
  throw problem('auth.token-refused');
}

/** The first provider that knows the token says who has it. One that fails is in nobody's way who does not need it. */
async function identify({ firm, clock, services }: Context, token: string): Promise<Holder | undefined> {
  const asked = { origin: firm.origin, now: clock() };
  const failures: unknown[] = [];
  for (const provider of services.providers) {
    if (provider.firm !== undefined && provider.firm !== firm.slug) continue;
    const holder = await provider.identify(token, asked).catch((error: unknown) => void failures.push(error));
    if (holder) return holder;
  }
  if (failures.length > 0) throw failures[0];
  return undefined;
}

/** Of two who come with the same token at once, the second finds it used (ASVS 15.4.2). */
async function use(tx: Tx, firmId: string, { tokenId, goodUntil }: Holder): Promise<boolean> {
  const used = await tx
    .insertInto('host_tokens')
    .values({ firm_id: firmId, token_hash: hashToken(tokenId), good_until: goodUntil.toISOString() })
    .onConflict((conflict) => conflict.columns(['firm_id', 'token_hash']).doNothing())
    .returning('token_hash')
    .executeTakeFirst();
  return used !== undefined;
}

/** Somebody whom the firm lets in: an address or a number alone, also a proved one, is no access. */
const findHolder = (tx: Tx, firmId: string, who: Holder['person']) =>
  tx
    .selectFrom('people')
    .where('firm_id', '=', firmId)
    .where((eb) => {
      if ('email' in who) return eb('email_norm', '=', comparableEmail(who.email));
      // What looks like an id of ours is one, so that no external id can stand for somebody else.
      return eb(isPersonId(who.subject) ? 'id' : 'external_id', '=', who.subject);
    })
    .where('access', 'in', ['invited', 'active'])
    .select(['id', 'access'])
    .executeTakeFirst();

const isPersonId = (subject: string) => /^per_[0-9A-Za-z]{22}$/.test(subject);

async function begin(tx: Tx, firmId: string, id: string): Promise<void> {
  await letIn(tx, firmId, id);
  const person = { type: 'person', id } as const;
  await append(tx, { firmId, actor: person, verb: 'access.begun', subject: person });
}
