// Derived from contract/firm/keys.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/keys.ts';
import type { RoutesOf } from '../route.ts';

export const keys: RoutesOf<typeof contract.keys> = {
  list: { name: 'firm.keys.list', method: 'GET', path: '/firm/keys' },
  create: { name: 'firm.keys.create', method: 'POST', path: '/firm/keys', activity: true },
  revoke: { name: 'firm.keys.revoke', method: 'DELETE', path: '/firm/keys/:id', activity: true },
};
