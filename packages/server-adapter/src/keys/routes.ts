import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../context.ts';
import { createKey, listKeys, revokeKey } from './service.ts';

export const keys: Implemented<FirmContract['keys']> = {
  list: (ctx) => listKeys(ctx),
  create: (ctx, key) => createKey(ctx, key),
  revoke: (ctx, { id }) => revokeKey(ctx, id),
};
