import type { Step } from '@casefront/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { formatDate, steps, tag, type Content, type StepOptions } from '../ui/index.ts';

/** The visible steps of a case: done, current, to come; never a percentage. */
export const caseSteps = (i18n: I18n, items: readonly Step[]): TemplateResult =>
  steps(
    items.map((step) => ({
      title: step.title,
      state: stateOf(step),
      status: status(i18n, step),
      body: body(i18n, step),
    })),
    { label: i18n.t('cases.steps') },
  );

/** A state that a newer server has added reads as one that has not begun. */
const stateOf = ({ state }: Step): StepOptions['state'] =>
  state === 'done' ? 'done' : state === 'current' ? 'current' : 'upcoming';

function status(i18n: I18n, step: Step): Content {
  if (step.state === 'done')
    return step.completedOn
      ? i18n.t('steps.done-on', { date: formatDate(i18n, step.completedOn) })
      : i18n.t('steps.done');
  if (step.state !== 'current') return i18n.t('steps.upcoming');
  if (step.waitingOn !== 'client') return waiting(i18n, step) ?? i18n.t('steps.current');
  const due = step.dueOn && i18n.t('steps.due', { date: formatDate(i18n, step.dueOn) });
  return html`${tag(i18n.t('steps.waiting-client'), 'warning')} ${due || nothing}`;
}

function waiting(i18n: I18n, { waitingOn }: Step): string | undefined {
  const key = `steps.waiting-${waitingOn}`;
  return i18n.has(key) ? i18n.t(key) : undefined;
}

function body(i18n: I18n, { meaning, expected, state }: Step): Content {
  const long = state !== 'done' && expected ? i18n.t('steps.expected', { time: expected }) : undefined;
  if (!meaning && !long) return undefined;
  return html`${meaning ? html`<p>${meaning}</p>` : nothing} ${long ? html`<p class="muted">${long}</p>` : nothing}`;
}
