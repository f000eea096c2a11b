/** Columns of cases and steps, and what the wire makes of them. */
import type { ExpressionBuilder } from 'kysely';
import type { CaseSummary, Step } from '@casefront/core/contract/cases';
import type { Schema, StepTable } from '../sql/schema.ts';

export const summaryColumns = [
  'cases.id',
  'cases.title',
  'cases.area',
  'cases.state',
  'cases.status_label',
  'cases.status_meaning',
  'shares.order_at',
  'shares.changed_seq',
  'shares.seen_seq',
] as const;

/** The first step that the case is in, of those that clients see. */
export const currentStep = (eb: ExpressionBuilder<Schema, 'cases'>) =>
  eb
    .selectFrom('steps')
    .whereRef('steps.firm_id', '=', 'cases.firm_id')
    .whereRef('steps.case_id', '=', 'cases.id')
    .where('steps.visible', '=', 1)
    .where('steps.state', '=', 'current')
    .orderBy('steps.position')
    .limit(1)
    .select('steps.title')
    .as('current_step');

interface SummaryRow {
  id: string;
  title: string;
  area: string;
  state: string;
  status_label: string;
  status_meaning: string | null;
  order_at: string;
  changed_seq: number;
  seen_seq: number;
  current_step: string | null;
}

/** When and what changed come from the viewer's share: the case's own row also moves with what is hidden. */
export const toSummary = (row: SummaryRow): CaseSummary => ({
  id: row.id,
  title: row.title,
  area: row.area,
  state: row.state,
  status: { label: row.status_label, meaning: row.status_meaning },
  currentStep: row.current_step,
  updatedAt: row.order_at,
  unseen: row.changed_seq > row.seen_seq,
});

export const stepColumns = [
  'id',
  'title',
  'meaning',
  'state',
  'expected',
  'completed_on',
  'waiting_on',
  'due_on',
] as const;

export const toStep = (
  row: Pick<StepTable, Exclude<(typeof stepColumns)[number], 'state'>> & { state: string },
): Step => ({
  id: row.id,
  title: row.title,
  meaning: row.meaning,
  state: row.state,
  expected: row.expected,
  completedOn: row.completed_on,
  waitingOn: row.waiting_on,
  dueOn: row.due_on,
});
