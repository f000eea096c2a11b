import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../../context.ts';
import { invitePerson } from './service.ts';

export const firmInvitations: Implemented<FirmContract['invitations']> = {
  create: (ctx, { id }) => invitePerson(ctx, id),
};
