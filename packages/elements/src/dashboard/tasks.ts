import type { Dashboard } from '@casefront/core';
import { html, nothing, type TemplateResult } from 'lit';
import { actionRow } from '../cases/action-row.ts';
import type { I18n } from '../locales/index.ts';
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
  return html`<div class="card tasks" part="card tasks">${actions.length ? some() : none(portal.i18n)}</div>`;

  function some(): TemplateResult {
    const { i18n } = portal;
    const shown = all ? actions : actions.slice(0, FEW);
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

  /** Not said when there is only one case. */
  function titleOf(caseId: string): string | undefined {
    return cases.length > 1 ? cases.find(({ id }) => id === caseId)?.title : undefined;
  }
}

const none = (i18n: I18n) =>
  emptyState({
    title: html`<span class="done">${icon(circleCheckIcon)} ${i18n.t('dashboard.tasks-empty')}</span>`,
    body: i18n.t('dashboard.tasks-empty-body'),
  });
