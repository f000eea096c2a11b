import { PortalProvider } from '../portal/portal-provider.ts';
import { define } from './define.ts';

define('portal-provider', PortalProvider);

declare global {
  interface HTMLElementTagNameMap {
    'portal-provider': PortalProvider;
  }
}
