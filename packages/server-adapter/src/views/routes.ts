import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../context.ts';
import { openView } from './service.ts';

export const views: Implemented<FirmContract['views']> = {
  create: (ctx, { id }) => openView(ctx, id),
};
