import { PortalDashboard } from '../dashboard/portal-dashboard.ts';
import { define } from './define.ts';

define('portal-dashboard', PortalDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'portal-dashboard': PortalDashboard;
  }
}
