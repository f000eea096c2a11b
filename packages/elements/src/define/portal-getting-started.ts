import { PortalGettingStarted } from '../checklist/portal-getting-started.ts';
import { define } from './define.ts';

define('portal-getting-started', PortalGettingStarted);

declare global {
  interface HTMLElementTagNameMap {
    'portal-getting-started': PortalGettingStarted;
  }
}
