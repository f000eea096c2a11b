import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { requestLink } from '../links/request.ts';
import { changePassword } from './change.ts';
import { lookAtReset } from './look.ts';
import { resetPassword } from './reset.ts';

export const password: Implemented<ClientContract['password']> = {
  forgot: (ctx, { email }) => requestLink(ctx, { email }),
  look: (ctx, { token }) => lookAtReset(ctx, token),
  reset: (ctx, input) => resetPassword(ctx, input),
  change: (ctx, input) => changePassword(ctx, input),
};
