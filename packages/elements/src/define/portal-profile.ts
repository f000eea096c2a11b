import { PortalProfile } from '../profile/portal-profile.ts';
import { define } from './define.ts';

define('portal-profile', PortalProfile);

declare global {
  interface HTMLElementTagNameMap {
    'portal-profile': PortalProfile;
  }
}
