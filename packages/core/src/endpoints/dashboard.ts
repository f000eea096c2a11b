// Derived from contract/dashboard.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/dashboard.ts';
import type { RoutesOf } from './route.ts';

export const dashboard: RoutesOf<typeof contract.dashboard> = {
  get: { name: 'dashboard.get', method: 'GET', path: '/dashboard' },
};
