import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../context.ts';
import { createShare, endShare, listShares } from './service.ts';

export const shares: Implemented<FirmContract['shares']> = {
  list: (ctx, subject) => listShares(ctx, subject),
  create: (ctx, input) => createShare(ctx, input),
  end: (ctx, input) => endShare(ctx, input),
};
