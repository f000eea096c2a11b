import { PortalCases } from '../cases/portal-cases.ts';
import { define } from './define.ts';

define('portal-cases', PortalCases);

declare global {
  interface HTMLElementTagNameMap {
    'portal-cases': PortalCases;
  }
}
