import { PortalSignIn } from '../session/portal-sign-in.ts';
import { define } from './define.ts';

define('portal-sign-in', PortalSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'portal-sign-in': PortalSignIn;
  }
}
