import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { listFirms } from './service.ts';

export const firms: Implemented<ClientContract['firms']> = {
  list: (ctx) => listFirms(ctx),
};
