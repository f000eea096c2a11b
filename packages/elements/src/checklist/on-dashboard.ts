import type { Checklist } from '@casefront/core/contract/checklist';
import { html, type TemplateResult } from 'lit';
import '../define/portal-getting-started.ts';
import type { PortalDashboard } from '../dashboard/portal-dashboard.ts';
import { below } from '../ui/index.ts';

/** The first steps on the first screen, which has asked for them with everything else. */
export function gettingStarted(dashboard: PortalDashboard, list: Checklist | null): TemplateResult {
  const tasks = dashboard.renderRoot.querySelector<HTMLElement>('#tasks');
  const showTasks = () => {
    tasks!.tabIndex = -1;
    tasks!.focus();
  };
  return html`<portal-getting-started
    .api=${dashboard.api}
    .client=${dashboard.client}
    .list=${list}
    .showTasks=${tasks ? showTasks : undefined}
    heading-level=${below(dashboard.headingLevel)}
  ></portal-getting-started>`;
}
