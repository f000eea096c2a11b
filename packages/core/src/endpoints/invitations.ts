// Derived from contract/invitations.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/invitations.ts';
import type { RoutesOf } from './route.ts';

export const invitations: RoutesOf<typeof contract.invitations> = {
  look: { name: 'invitations.look', method: 'POST', path: '/invitations/look', once: true },
  renew: { name: 'invitations.renew', method: 'POST', path: '/invitations/renew', once: true },
  accept: {
    name: 'invitations.accept',
    method: 'POST',
    path: '/invitations/accept',
    activity: true,
    once: true,
  },
};
