import { html, nothing, type LitElement } from 'lit';
import { portal } from '../state/index.ts';
import type { Content } from '../ui/index.ts';
import { later } from './later.ts';
import type { ProviderHost } from './provide.ts';

/** What says that somebody of the firm looks as a client: once, by whoever brings the portal to the page. */
export function viewing(host: LitElement & ProviderHost): () => Content {
  const bar = later(host, () => import('../define/portal-viewing.ts'));
  return () =>
    portal(host).session?.viewedBy && (host.api || host.client) && bar()
      ? html`<portal-viewing></portal-viewing>`
      : nothing;
}
