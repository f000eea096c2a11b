// Derived from contract/checklist.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/checklist.ts';
import type { RoutesOf } from './route.ts';

export const checklist: RoutesOf<typeof contract.checklist> = {
  get: { name: 'checklist.get', method: 'GET', path: '/checklist' },
  tick: { name: 'checklist.tick', method: 'POST', path: '/checklist', activity: true },
};
