import '../define/portal-viewing.ts';
import type { ProviderHost } from './provide.ts';

/** Above everything, once, and by whoever has brought the portal to the page. */
export function showBar({ api, client, renderRoot }: ProviderHost): void {
  if ((!api && !client) || renderRoot.querySelector('portal-viewing')) return;
  renderRoot.prepend(document.createElement('portal-viewing'));
}
