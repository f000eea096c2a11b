// Derived from contract/email.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/email.ts';
import type { RoutesOf } from './route.ts';

export const email: RoutesOf<typeof contract.email> = {
  get: { name: 'email.get', method: 'GET', path: '/email/change' },
  change: { name: 'email.change', method: 'POST', path: '/email/change', activity: true },
  cancel: { name: 'email.cancel', method: 'DELETE', path: '/email/change', activity: true },
  look: { name: 'email.look', method: 'POST', path: '/email/look', once: true },
  confirm: { name: 'email.confirm', method: 'POST', path: '/email/confirm', activity: true, once: true },
};
