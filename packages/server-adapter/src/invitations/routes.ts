import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { requestLink } from '../links/request.ts';
import { acceptInvitation } from './accept.ts';
import { lookAtInvitation } from './look.ts';

export const invitations: Implemented<ClientContract['invitations']> = {
  look: (ctx, { token }) => lookAtInvitation(ctx, token),
  renew: (ctx, { token }) => requestLink(ctx, { token }),
  accept: (ctx, input) => acceptInvitation(ctx, input),
};
