import { ClientPortal } from '../portal/client-portal.ts';
import { define } from './define.ts';
import './portal-dashboard.ts';
import './portal-sign-in.ts';

define('client-portal', ClientPortal);

declare global {
  interface HTMLElementTagNameMap {
    'client-portal': ClientPortal;
  }
}
