import type { Action } from '@casefront/core';
import { css, html, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import type { Portal } from '../state/index.ts';
import { daysUntil, formatDate, list, row, tag, type Content } from '../ui/index.ts';
import { listChecksIcon, messageSquareIcon } from '../ui/icons.ts';

/** Days before a due date from which it is marked. */
const SOON = 3;

/**
 * What a client has to do, in a box that stands out.
 *
 * @param about names the case of an action where several are shown
 */
export const actionBox = (
  portal: Portal,
  actions: readonly Action[],
  { about, more }: { readonly about?: (action: Action) => string | undefined; readonly more?: Content } = {},
): TemplateResult =>
  tasksBox(html`${list(actions.map((action) => actionRow(portal, action, about?.(action))))} ${more}`);

/** The box itself: also for the good news that there is nothing to do. */
export const tasksBox = (body: Content): TemplateResult =>
  html`<div class="card tasks" part="card tasks">${body}</div>`;

/** Something to do, as a row that leads to where it is done. */
function actionRow(portal: Portal, action: Action, about?: string): TemplateResult {
  const { i18n } = portal;
  const message = action.kind === 'message';
  return row({
    title: message ? i18n.t('action.message', { title: action.title }) : action.title,
    text: about,
    icon: message ? messageSquareIcon : listChecksIcon,
    href: message ? portal.href('thread', action.subjectId) : portal.href('case', action.caseId),
    status: action.dueOn ? due(i18n, action.dueOn) : undefined,
  });
}

function due(i18n: I18n, dueOn: string): TemplateResult {
  const days = daysUntil(i18n, dueOn);
  const date = formatDate(i18n, dueOn, 'short');
  return tag(
    i18n.t(days < 0 ? 'action.overdue' : 'action.due', { date }),
    days <= SOON ? 'warning' : 'neutral',
  );
}

export const actionStyles = css`
  .tasks {
    gap: 0.25em;
    justify-items: start;
    padding-block: 0.5em;
    border-inline-start: 4px solid var(--_brand-solid);
  }
  .tasks > .list {
    inline-size: 100%;
  }
  .tasks > .button {
    margin-inline-start: -1.125em;
  }
`;
