import type { Checklist } from '@casefront/core/contract/checklist';
import { html, type TemplateResult } from 'lit';
import '../define/portal-getting-started.ts';
import type { PortalDashboard } from '../dashboard/portal-dashboard.ts';
import { sectionsOf } from '../dashboard/sections.ts';
import { below } from '../ui/index.ts';

/** The first steps on the first screen, which has asked for them with everything else. */
export function gettingStarted(dashboard: PortalDashboard, list: Checklist | null): TemplateResult {
  // Looked for when it is asked for: this list may be drawn before the section is.
  const showTasks = () => {
    const tasks = dashboard.renderRoot.querySelector<HTMLElement>('#tasks');
    if (tasks) tasks.tabIndex = -1;
    tasks?.focus();
  };
  return html`<portal-getting-started
    .api=${dashboard.api}
    .client=${dashboard.client}
    .list=${list}
    .showTasks=${sectionsOf(dashboard.sections).includes('tasks') ? showTasks : undefined}
    heading-level=${below(dashboard.headingLevel)}
  ></portal-getting-started>`;
}
