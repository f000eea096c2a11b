import type { Action } from '@casefront/core';
import type { TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import type { Portal } from '../state/index.ts';
import { daysUntil, formatDate, row, tag } from '../ui/index.ts';
import { listChecksIcon, messageSquareIcon } from '../ui/icons.ts';

/** Days before a due date from which it is marked. */
const SOON = 3;

/** Something to do, as a row that leads to where it is done. `about` names its case where several are shown. */
export function actionRow(portal: Portal, action: Action, about?: string): TemplateResult {
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
