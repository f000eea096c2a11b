import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { endOne, endOthers, listSessions } from './service.ts';

export const sessions: Implemented<ClientContract['sessions']> = {
  list: (ctx) => listSessions(ctx),
  end: (ctx, { id }) => endOne(ctx, id),
  endOthers: (ctx) => endOthers(ctx),
};
