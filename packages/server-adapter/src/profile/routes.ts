import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { exportData } from './data.ts';
import { readProfile, updateProfile } from './service.ts';

export const profile: Implemented<ClientContract['profile']> = {
  get: (ctx) => readProfile(ctx),
  update: (ctx, input) => updateProfile(ctx, input),
  data: (ctx) => exportData(ctx),
};
