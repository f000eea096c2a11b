// Derived from contract/password.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/password.ts';
import type { RoutesOf } from './route.ts';

export const password: RoutesOf<typeof contract.password> = {
  forgot: { name: 'password.forgot', method: 'POST', path: '/password/forgot', once: true },
  look: { name: 'password.look', method: 'POST', path: '/password/look', once: true },
  reset: { name: 'password.reset', method: 'POST', path: '/password/reset', activity: true, once: true },
  change: { name: 'password.change', method: 'POST', path: '/password/change', activity: true, once: true },
};
