import type { Dashboard } from '@casefront/core';
import { html, nothing, type TemplateResult } from 'lit';
import { actionBox, tasksBox } from '../cases/action-row.ts';
import type { I18n } from '../locales/index.ts';
import type { Portal } from '../state/index.ts';
import { button, emptyState, icon, link } from '../ui/index.ts';
import { circleCheckIcon } from '../ui/icons.ts';

/** How many things to do are shown at first. */
const FEW = 3;

/** What the client has to do, three of them until they ask for all. */
export function tasks(
  portal: Portal,
  { actions, actionCount, cases }: Dashboard,
  { all, showAll }: { readonly all: boolean; readonly showAll: () => void },
): TemplateResult {
  const { i18n } = portal;
  if (!actions.length) return none(i18n);
  const shown = all ? actions : actions.slice(0, FEW);
  const elsewhere = actionCount - actions.length;
  return actionBox(portal, shown, {
    about: ({ caseId }) => (cases.length > 1 ? cases.find(({ id }) => id === caseId)?.title : undefined),
    more: html`${
      shown.length < actions.length
        ? button(i18n.t('dashboard.all-actions', { count: actionCount }), { kind: 'quiet', click: showAll })
        : nothing
    }
    ${
      shown.length === actions.length && elsewhere > 0
        ? link(i18n.t('dashboard.more-actions', { count: elsewhere }), { href: portal.href('cases') })
        : nothing
    }`,
  });
}

const none = (i18n: I18n) =>
  tasksBox(
    emptyState({
      title: html`<span class="done">${icon(circleCheckIcon)} ${i18n.t('dashboard.tasks-empty')}</span>`,
      body: i18n.t('dashboard.tasks-empty-body'),
    }),
  );
