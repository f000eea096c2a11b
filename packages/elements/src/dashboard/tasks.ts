import type { Dashboard } from '@casefront/core';
import { nothing, type TemplateResult } from 'lit';
import { html } from 'lit';
import { actionRow } from '../cases/action-row.ts';
import type { Portal } from '../state/index.ts';
import { button, emptyState, icon, link, list } from '../ui/index.ts';
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
  if (!actions.length)
    return emptyState({
      title: html`<span class="done">${icon(circleCheckIcon)} ${i18n.t('dashboard.tasks-empty')}</span>`,
      body: i18n.t('dashboard.tasks-empty-body'),
    });
  const shown = all ? actions : actions.slice(0, FEW);
  const titleOf = (caseId: string) =>
    cases.length > 1 ? cases.find(({ id }) => id === caseId)?.title : undefined;
  const more = actionCount - actions.length;
  return html`${list(shown.map((action) => actionRow(portal, action, titleOf(action.caseId))))}
  ${
    shown.length < actions.length
      ? button(i18n.t('dashboard.all-actions', { count: actionCount }), { kind: 'quiet', click: showAll })
      : nothing
  }
  ${
    all && more > 0
      ? link(i18n.t('dashboard.more-actions', { count: more }), { href: portal.href('cases') })
      : nothing
  }`;
}
