import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { notYet } from '../not-yet.ts';
import { acceptInvitation } from './accept.ts';
import { lookAtInvitation } from './look.ts';

export const invitations: Implemented<ClientContract['invitations']> = {
  look: (ctx, { token }) => lookAtInvitation(ctx, token),
  ...notYet('renew'),
  accept: (ctx, input) => acceptInvitation(ctx, input),
};
