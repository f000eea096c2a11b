import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { listActivity } from './service.ts';

export const activity: Implemented<ClientContract['activity']> = {
  list: (ctx, query) => listActivity(ctx, query),
};
