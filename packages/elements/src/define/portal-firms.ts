import { PortalFirms } from '../firms/portal-firms.ts';
import { define } from './define.ts';

define('portal-firms', PortalFirms);

declare global {
  interface HTMLElementTagNameMap {
    'portal-firms': PortalFirms;
  }
}
