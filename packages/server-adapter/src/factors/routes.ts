import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { listFactors } from './list.ts';
import { newRecoveryCodes } from './new-codes.ts';
import { addPasskey, removePasskey, startPasskey } from './passkeys.ts';
import { confirmTotp, removeTotp, startTotp } from './totp.ts';

export const factors: Implemented<ClientContract['factors']> = {
  list: (ctx) => listFactors(ctx),
  startTotp: (ctx) => startTotp(ctx),
  confirmTotp: (ctx, { code }) => confirmTotp(ctx, code),
  removeTotp: (ctx) => removeTotp(ctx),
  startPasskey: (ctx) => startPasskey(ctx),
  addPasskey: (ctx, passkey) => addPasskey(ctx, passkey),
  removePasskey: (ctx, { id }) => removePasskey(ctx, id),
  newRecoveryCodes: (ctx) => newRecoveryCodes(ctx),
};
