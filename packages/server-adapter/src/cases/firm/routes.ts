import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../../context.ts';
import {
  addParticipant,
  freezeParticipant,
  removeParticipant,
  unfreezeParticipant,
  updateParticipant,
} from './participants.ts';
import { openSeal, sealCase, unsealCase } from './seal.ts';
import { listCases, openCase, readCase, updateCase } from './service.ts';
import { addStep, removeStep, updateStep } from './steps.ts';
import { setTeam } from './team.ts';

export const firmCases: Implemented<FirmContract['cases']> = {
  list: (ctx, query) => listCases(ctx, query),
  get: (ctx, { id }) => readCase(ctx, id),
  create: (ctx, input) => openCase(ctx, input),
  update: (ctx, { id, ...input }) => updateCase(ctx, id, input),
  setTeam: (ctx, input) => setTeam(ctx, input),
  seal: (ctx, { id }) => sealCase(ctx, id),
  unseal: (ctx, { id }) => unsealCase(ctx, id),
  openSeal: (ctx, input) => openSeal(ctx, input),
  addParticipant: (ctx, input) => addParticipant(ctx, input),
  updateParticipant: (ctx, input) => updateParticipant(ctx, input),
  freezeParticipant: (ctx, { id, personId }) => freezeParticipant(ctx, id, personId),
  unfreezeParticipant: (ctx, { id, personId }) => unfreezeParticipant(ctx, id, personId),
  removeParticipant: (ctx, { id, personId }) => removeParticipant(ctx, id, personId),
};

export const firmSteps: Implemented<FirmContract['steps']> = {
  create: (ctx, input) => addStep(ctx, input),
  update: (ctx, input) => updateStep(ctx, input),
  remove: (ctx, { caseId, id }) => removeStep(ctx, caseId, id),
};
