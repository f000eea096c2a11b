import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { readDashboard } from './service.ts';

export const dashboard: Implemented<ClientContract['dashboard']> = {
  get: (ctx) => readDashboard(ctx),
};
