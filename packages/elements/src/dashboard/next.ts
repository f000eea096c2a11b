import type { Dashboard } from '@casefront/core';
import { html, nothing, type TemplateResult } from 'lit';
import { eventItem } from '../calendar/event-item.ts';
import type { Portal } from '../state/index.ts';
import { link } from '../ui/index.ts';

/** What happens next, in a sentence or two: the next date, else the step that a case is in. */
export function next(portal: Portal, { events, cases, actions }: Dashboard): TemplateResult {
  const { i18n } = portal;
  const [event] = events;
  const calm = actions.length ? nothing : html`<p class="muted">${i18n.t('dashboard.next-calm')}</p>`;
  if (event) return html`${eventItem(i18n, event)} ${calm}`;
  const moving = cases.find(({ currentStep }) => currentStep);
  if (!moving) return html`<p class="muted">${i18n.t('dashboard.next-empty')}</p>`;
  return html`<div>
      <p class="next__step" part="next__step">${moving.currentStep}</p>
      <p>${moving.status.meaning ?? moving.status.label}</p>
      <p>${link(moving.title, { href: portal.href('case', moving.id) })}</p>
    </div>
    ${calm}`;
}
