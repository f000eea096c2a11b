import { PortalExit } from '../exit/portal-exit.ts';
import { define } from './define.ts';

define('portal-exit', PortalExit);

declare global {
  interface HTMLElementTagNameMap {
    'portal-exit': PortalExit;
  }
}
