import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';

export const firm: Implemented<ClientContract['firm']> = {
  get: async ({ firm }) => firm,
};
