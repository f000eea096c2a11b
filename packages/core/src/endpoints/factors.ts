// Derived from contract/factors.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/factors.ts';
import type { RoutesOf } from './route.ts';

export const factors: RoutesOf<typeof contract.factors> = {
  list: { name: 'factors.list', method: 'GET', path: '/factors' },
  startTotp: { name: 'factors.startTotp', method: 'POST', path: '/factors/totp/start', activity: true },
  confirmTotp: {
    name: 'factors.confirmTotp',
    method: 'POST',
    path: '/factors/totp/confirm',
    activity: true,
    once: true,
  },
  removeTotp: { name: 'factors.removeTotp', method: 'DELETE', path: '/factors/totp', activity: true },
  startPasskey: {
    name: 'factors.startPasskey',
    method: 'POST',
    path: '/factors/passkeys/start',
    activity: true,
  },
  addPasskey: {
    name: 'factors.addPasskey',
    method: 'POST',
    path: '/factors/passkeys',
    activity: true,
    once: true,
  },
  removePasskey: {
    name: 'factors.removePasskey',
    method: 'DELETE',
    path: '/factors/passkeys/:id',
    activity: true,
  },
  newRecoveryCodes: {
    name: 'factors.newRecoveryCodes',
    method: 'POST',
    path: '/factors/recovery-codes',
    activity: true,
  },
};
