/**
 * The steps of a case. Clients hear of one only while they see it; of what happens to a hidden one nothing reaches
 * them, not even that the case has changed. The journal's rule for `case.step.changed` sees to that.
 */
import type { ParsedOf } from '@casefront/core/contract';
import type { FirmCase, steps } from '@casefront/core/contract/firm/cases';
import { changesOf, given } from '../../changes.ts';
import type { FirmContext } from '../../context.ts';
import { notFound } from '../../http/problem.ts';
import { newId } from '../../ids.ts';
import { forgetHiddenSteps } from '../shown-step.ts';
import type { StepData } from '../../journal/verbs.ts';
import type { Tx } from '../../sql/database.ts';
import type { StepFields } from './backend.ts';
import { changeCase, tell } from './change.ts';

type Create = ParsedOf<typeof steps.create>;
type Update = ParsedOf<typeof steps.update>;

const unsaid: Omit<StepFields, 'title'> = {
  meaning: null,
  state: 'upcoming',
  visible: 0,
  expected: null,
  completed_on: null,
  waiting_on: null,
  due_on: null,
};

export const addStep = (ctx: FirmContext, input: Create): Promise<FirmCase> =>
  changeCase(ctx, input.caseId, async (tx) => {
    const { firmCases } = ctx.backend;
    const step = { ...unsaid, ...fieldsOf(input), title: input.title, id: newId('step') };
    const others = (await firmCases.steps(input.caseId)).map(({ id }) => id);
    await firmCases.addStep(input.caseId, step, tx.at);
    const place = input.position ?? others.length;
    if (place < others.length) await firmCases.orderSteps(input.caseId, others.toSpliced(place, 0, step.id));
    await firmCases.change(input.caseId, {}, tx.at);
    await tellStep(ctx, tx, input.caseId, {
      stepId: step.id,
      what: 'added',
      visible: step.visible === 1,
      wasVisible: false,
    });
  });

export const updateStep = (ctx: FirmContext, input: Update): Promise<FirmCase> =>
  changeCase(ctx, input.caseId, async (tx) => {
    const { firmCases } = ctx.backend;
    const before = await firmCases.steps(input.caseId);
    const order = before.map(({ id }) => id);
    const step = before.find(({ id }) => id === input.id) ?? notFound();

    const fields = changesOf<StepFields>(step, fieldsOf(input));
    const isChanged = Object.keys(fields).length > 0;
    if (isChanged) await firmCases.changeStep(step.id, fields, tx.at);
    const from = order.indexOf(step.id);
    const to = Math.min(input.position ?? from, order.length - 1);
    if (to !== from) {
      await firmCases.orderSteps(input.caseId, order.toSpliced(from, 1).toSpliced(to, 0, step.id));
    }
    if (!isChanged && to === from) return;

    await firmCases.change(input.caseId, {}, tx.at);
    await tellStep(ctx, tx, input.caseId, {
      stepId: step.id,
      what: isChanged ? 'changed' : 'moved',
      visible: (fields.visible ?? step.visible) === 1,
      wasVisible: step.visible === 1,
    });
  });

export const removeStep = (ctx: FirmContext, caseId: string, stepId: string): Promise<FirmCase> =>
  changeCase(ctx, caseId, async (tx) => {
    const { firmCases } = ctx.backend;
    const before = await firmCases.steps(caseId);
    const step = before.find(({ id }) => id === stepId) ?? notFound();
    await firmCases.removeStep(stepId);
    await firmCases.orderSteps(
      caseId,
      before.filter((other) => other !== step).map(({ id }) => id),
    );
    await firmCases.change(caseId, {}, tx.at);
    await tellStep(ctx, tx, caseId, {
      stepId,
      what: 'removed',
      visible: false,
      wasVisible: step.visible === 1,
    });
  });

/** Writes down what happened to a step; one that clients lost sight of takes its news along. */
async function tellStep(ctx: FirmContext, tx: Tx, caseId: string, data: StepData): Promise<void> {
  await tell(ctx, tx, caseId, 'case.step.changed', data);
  if (data.wasVisible && !data.visible) await forgetHiddenSteps(tx, { firm: ctx.firm.id, caseId });
}

const fieldsOf = (input: Partial<Omit<Update, 'id' | 'caseId'>>): Partial<StepFields> =>
  given({
    title: input.title,
    meaning: input.meaning,
    state: input.state,
    visible: input.visible === undefined ? undefined : toFlag(input.visible),
    expected: input.expected,
    completed_on: input.completedOn,
    waiting_on: input.waitingOn,
    due_on: input.dueOn,
  });

const toFlag = (value: boolean) => (value ? 1 : 0);
