import { PortalCase } from '../cases/portal-case.ts';
import { define } from './define.ts';

define('portal-case', PortalCase);

declare global {
  interface HTMLElementTagNameMap {
    'portal-case': PortalCase;
  }
}
