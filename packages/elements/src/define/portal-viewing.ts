import { PortalViewing } from '../portal/portal-viewing.ts';
import { define } from './define.ts';

define('portal-viewing', PortalViewing);

declare global {
  interface HTMLElementTagNameMap {
    'portal-viewing': PortalViewing;
  }
}
