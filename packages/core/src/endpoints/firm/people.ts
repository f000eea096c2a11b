// Derived from contract/firm/people.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/people.ts';
import type { RoutesOf } from '../route.ts';

export const invitations: RoutesOf<typeof contract.invitations> = {
  create: {
    name: 'firm.invitations.create',
    method: 'POST',
    path: '/firm/people/:id/invitations',
    activity: true,
  },
};

export const people: RoutesOf<typeof contract.people> = {
  list: { name: 'firm.people.list', method: 'GET', path: '/firm/people' },
  get: { name: 'firm.people.get', method: 'GET', path: '/firm/people/:id' },
  create: { name: 'firm.people.create', method: 'POST', path: '/firm/people', activity: true },
  update: { name: 'firm.people.update', method: 'PATCH', path: '/firm/people/:id', activity: true },
};
