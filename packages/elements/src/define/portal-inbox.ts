import { PortalInbox } from '../inbox/portal-inbox.ts';
import { define } from './define.ts';

define('portal-inbox', PortalInbox);

declare global {
  interface HTMLElementTagNameMap {
    'portal-inbox': PortalInbox;
  }
}
