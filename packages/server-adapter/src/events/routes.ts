import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { listEvents } from './service.ts';

export const events: Implemented<ClientContract['events']> = {
  list: (ctx, query) => listEvents(ctx, query),
};
