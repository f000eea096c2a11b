// Derived from contract/firm/shares.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/shares.ts';
import type { RoutesOf } from '../route.ts';

export const shares: RoutesOf<typeof contract.shares> = {
  list: { name: 'firm.shares.list', method: 'GET', path: '/firm/shares' },
  create: { name: 'firm.shares.create', method: 'POST', path: '/firm/shares', activity: true },
  end: { name: 'firm.shares.end', method: 'POST', path: '/firm/shares/end', activity: true },
};
