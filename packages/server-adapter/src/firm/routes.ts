import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { safetyOf } from './settings.ts';

export const firm: Implemented<ClientContract['firm']> = {
  get: async ({ firm }) => ({ ...firm, safety: safetyOf(firm) }),
};
