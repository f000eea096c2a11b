import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { askForChange, cancelChange, readChange } from './change.ts';
import { confirmChange, lookAtChange } from './confirm.ts';

export const email: Implemented<ClientContract['email']> = {
  get: (ctx) => readChange(ctx),
  change: (ctx, { email }) => askForChange(ctx, email),
  cancel: (ctx) => cancelChange(ctx),
  look: (ctx, { token }) => lookAtChange(ctx, token),
  confirm: (ctx, input) => confirmChange(ctx, input),
};
