/** Passkeys at the door: alone they are enough, and they finish what a password has begun. */
import type { Session } from '@casefront/core/contract/session';
import { countTry } from '../access/rate-limit.ts';
import type { Context, PersonContext } from '../context.ts';
import { newChallenge } from '../factors/challenges.ts';
import { passkeysOf } from '../factors/passkeys.ts';
import { tryPasskey } from '../factors/try-passkey.ts';
import { requestOptions } from '../factors/webauthn.ts';
import { network } from '../http/client-ip.ts';
import { problem } from '../http/problem.ts';
import { renewSession, startSession } from './open.ts';

/** @throws `conflict` when they have none */
export function confirmOptions(ctx: PersonContext) {
  const { firm, actor, transaction } = ctx;
  return transaction(async (tx) => {
    const allowed = await passkeysOf(tx, ctx);
    if (allowed.length === 0) throw problem('conflict');
    const asking = { firmId: firm.id, purpose: 'confirm', sessionId: actor.session.id } as const;
    return { options: await requestOptions(ctx, await newChallenge(tx, asking), allowed) };
  });
}

/** @throws `code.wrong`, `rate.limited` */
export async function confirmPasskey(ctx: PersonContext, response: object): Promise<Session> {
  const { actor } = ctx;
  const asking = { purpose: 'confirm', sessionId: actor.session.id } as const;
  const session = await tryPasskey(ctx, { asking, response, personId: actor.id }, (tx) =>
    renewSession(tx, ctx, 'passkey'),
  );
  if (!session) throw problem('code.wrong');
  return session;
}

/** Names nobody's passkeys: the authenticator knows which of its own are for this portal. */
export async function signInOptions(ctx: Context) {
  const { firm, request, services, transaction } = ctx;
  const limit = { key: ['passkey-options', firm.id, network(request.ip)], most: 100 };
  const challenge = await transaction(async (tx) => {
    await countTry(tx, services.secret, [limit]);
    return newChallenge(tx, { firmId: firm.id, purpose: 'sign-in', sessionId: null });
  });
  return { options: await requestOptions(ctx, challenge) };
}

/** @throws `auth.failed`, `rate.limited` */
export async function passkeySignIn(ctx: Context, response: object): Promise<Session> {
  const asking = { purpose: 'sign-in', sessionId: null } as const;
  const session = await tryPasskey(ctx, { asking, response }, (tx, personId) =>
    startSession(tx, ctx, personId, 'passkey'),
  );
  if (!session) throw problem('auth.failed');
  return session;
}
