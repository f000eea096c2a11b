/** What few portals need above everything: who looks as a client is told so, and who may be watched can leave at once. */
import '../define/portal-viewing.ts';
import { portal } from '../state/index.ts';
import type { ProviderHost } from './provide.ts';
import { Safety } from './safety.ts';

const safe = new WeakSet<ProviderHost>();

/** Puts there what the portal of the host needs. To be called after every change. */
export function setAbove(host: ProviderHost): void {
  const { session, firm } = portal(host);
  // By whoever has brought the portal to the page, so that it is said once.
  if (session?.viewedBy && (host.api || host.client)) {
    if (!host.renderRoot.querySelector('portal-viewing'))
      host.renderRoot.prepend(document.createElement('portal-viewing'));
  }
  if (firm?.safety && isWhole(host) && !safe.has(host)) {
    safe.add(host);
    host.addController(new Safety(host));
    host.requestUpdate();
  }
}

/** `<client-portal>`, whatever tag it is registered under. */
const isWhole = (host: ProviderHost) => 'documentTitle' in host;
