import { createClient, type PortalClient } from '@casefront/core/client';
import { PortalState } from './portal-state.ts';

/** One state per address or client, on the global object so that two copies of the bundle on a page share it. */
const registry = Symbol.for('casefront.states');
type Registry = Map<string | PortalClient, PortalState>;

function states(): Registry {
  const page = globalThis as { [registry]?: Registry };
  return (page[registry] ??= new Map());
}

/**
 * The state of a portal, by the address of its server or by the host's own client. Forgotten when nothing uses it, unless
 * something is typed and not sent: a page of several views takes elements away and brings them back.
 *
 * @param view leave to look at the portal as a client sees it, for members of the firm
 */
export function stateFor(portal: string | PortalClient, view?: string): PortalState {
  const key = typeof portal === 'string' ? new URL(portal, document.baseURI).href + (view ?? '') : portal;
  const known = states().get(key);
  if (known) return known;
  const headers = view ? { 'x-portal-view': view } : {};
  const client = typeof portal === 'string' ? createClient({ api: portal, headers }) : portal;
  // Later than now: an element that is moved leaves the page for a moment.
  const forget = () => setTimeout(() => state.used || state.drafts.unsaved || states().delete(key));
  const state = new PortalState(client, forget);
  states().set(key, state);
  return state;
}
