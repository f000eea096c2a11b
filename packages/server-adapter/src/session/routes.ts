import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { notYet } from '../not-yet.ts';
import { describeSession } from './describe.ts';
import { exchange } from './exchange.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const session: Implemented<ClientContract['session']> = {
  create: (ctx, credentials) => signIn(ctx, credentials),
  get: ({ db, firm, actor }) => describeSession(db, firm, actor, actor.session),
  // That it was called is the act; the handler has written it down.
  extend: ({ db, firm, actor }) => describeSession(db, firm, actor, actor.session),
  ...notYet('confirmPassword', 'confirmCode', 'passkeyOptions', 'confirmPasskey'),
  ...notYet('passkeySignInOptions', 'passkeySignIn'),
  exchange: (ctx, { token }) => exchange(ctx, token),
  end: (ctx) => signOut(ctx),
};
