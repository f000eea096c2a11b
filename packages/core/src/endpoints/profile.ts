// Derived from contract/profile.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/profile.ts';
import type { RoutesOf } from './route.ts';

export const profile: RoutesOf<typeof contract.profile> = {
  get: { name: 'profile.get', method: 'GET', path: '/profile' },
  update: { name: 'profile.update', method: 'PATCH', path: '/profile', activity: true },
  data: { name: 'profile.data', method: 'GET', path: '/profile/data' },
};
