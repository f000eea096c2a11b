import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../../context.ts';
import { readAccess } from './read.ts';
import { removeFactors } from './remove-factors.ts';
import { disableAccess, enableAccess, sendResetTo } from './service.ts';

export const firmAccess: Implemented<FirmContract['access']> = {
  get: (ctx, { id }) => readAccess(ctx, id),
  disable: (ctx, { id }) => disableAccess(ctx, id),
  enable: (ctx, { id }) => enableAccess(ctx, id),
  reset: (ctx, { id }) => sendResetTo(ctx, id),
  removeFactors: (ctx, { id }) => removeFactors(ctx, id),
};
