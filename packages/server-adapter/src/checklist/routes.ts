import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { readChecklist, tick } from './service.ts';

export const checklist: Implemented<ClientContract['checklist']> = {
  get: (ctx) => readChecklist(ctx),
  tick: (ctx, input) => tick(ctx, input),
};
