import type { ClientContract } from '@casefront/core/contract';
import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../context.ts';
import { safetyOf } from './settings.ts';
import { readSettings, updateSettings } from './update.ts';

export const firm: Implemented<ClientContract['firm']> = {
  get: async ({ firm }) => ({ ...firm, safety: safetyOf(firm) }),
};

export const settings: Implemented<FirmContract['settings']> = {
  get: async (ctx) => readSettings(ctx),
  update: (ctx, changes) => updateSettings(ctx, changes),
};
