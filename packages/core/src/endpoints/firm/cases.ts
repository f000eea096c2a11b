// Derived from contract/firm/cases.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/cases.ts';
import type { RoutesOf } from '../route.ts';

export const cases: RoutesOf<typeof contract.cases> = {
  list: { name: 'firm.cases.list', method: 'GET', path: '/firm/cases' },
  get: { name: 'firm.cases.get', method: 'GET', path: '/firm/cases/:id' },
  create: { name: 'firm.cases.create', method: 'POST', path: '/firm/cases', activity: true },
  update: { name: 'firm.cases.update', method: 'PATCH', path: '/firm/cases/:id', activity: true },
  setTeam: { name: 'firm.cases.setTeam', method: 'PUT', path: '/firm/cases/:id/team', activity: true },
  seal: { name: 'firm.cases.seal', method: 'POST', path: '/firm/cases/:id/seal', activity: true },
  unseal: { name: 'firm.cases.unseal', method: 'POST', path: '/firm/cases/:id/unseal', activity: true },
  openSeal: {
    name: 'firm.cases.openSeal',
    method: 'POST',
    path: '/firm/cases/:id/open-seal',
    activity: true,
  },
  addParticipant: {
    name: 'firm.cases.addParticipant',
    method: 'POST',
    path: '/firm/cases/:id/participants',
    activity: true,
  },
  updateParticipant: {
    name: 'firm.cases.updateParticipant',
    method: 'PATCH',
    path: '/firm/cases/:id/participants/:personId',
    activity: true,
  },
  freezeParticipant: {
    name: 'firm.cases.freezeParticipant',
    method: 'POST',
    path: '/firm/cases/:id/participants/:personId/freeze',
    activity: true,
  },
  unfreezeParticipant: {
    name: 'firm.cases.unfreezeParticipant',
    method: 'POST',
    path: '/firm/cases/:id/participants/:personId/unfreeze',
    activity: true,
  },
  removeParticipant: {
    name: 'firm.cases.removeParticipant',
    method: 'DELETE',
    path: '/firm/cases/:id/participants/:personId',
    activity: true,
  },
};

export const steps: RoutesOf<typeof contract.steps> = {
  create: { name: 'firm.steps.create', method: 'POST', path: '/firm/cases/:caseId/steps', activity: true },
  update: {
    name: 'firm.steps.update',
    method: 'PATCH',
    path: '/firm/cases/:caseId/steps/:id',
    activity: true,
  },
  remove: {
    name: 'firm.steps.remove',
    method: 'DELETE',
    path: '/firm/cases/:caseId/steps/:id',
    activity: true,
  },
};
