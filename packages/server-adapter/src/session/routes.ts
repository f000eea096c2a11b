import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { confirmCode, confirmPassword } from './confirm.ts';
import { describeSession } from './describe.ts';
import { exchange } from './exchange.ts';
import { confirmOptions, confirmPasskey, passkeySignIn, signInOptions } from './passkeys.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const session: Implemented<ClientContract['session']> = {
  create: (ctx, credentials) => signIn(ctx, credentials),
  get: ({ db, firm, actor }) => describeSession(db, firm, actor, actor.session),
  // That it was called is the act; the handler has written it down.
  extend: ({ db, firm, actor }) => describeSession(db, firm, actor, actor.session),
  confirmPassword: (ctx, { password }) => confirmPassword(ctx, password),
  confirmCode: (ctx, { code }) => confirmCode(ctx, code),
  passkeyOptions: (ctx) => confirmOptions(ctx),
  confirmPasskey: (ctx, { response }) => confirmPasskey(ctx, response),
  passkeySignInOptions: (ctx) => signInOptions(ctx),
  passkeySignIn: (ctx, { response }) => passkeySignIn(ctx, response),
  exchange: (ctx, { token }) => exchange(ctx, token),
  end: (ctx) => signOut(ctx),
};
