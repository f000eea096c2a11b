import { Provider } from '../state/context.ts';
import { portal, type Portal, type PortalHost, type PortalSettings } from '../state/index.ts';

/** An element that hands its portal to everything inside. */
export interface ProviderHost extends PortalHost {
  language?: string | undefined;
  home?: string | undefined;
  getToken?: PortalSettings['getToken'];
}

/** Hands the portal of `host` down, and passes the host's settings on to it. */
export function provide(host: ProviderHost): Portal {
  const own = portal(host);
  const provider = new Provider(host);
  const hand = () => {
    const { language: lang, home, getToken } = host;
    own.state?.configure({ ...(lang && { lang }), ...(home && { home }), ...(getToken && { getToken }) });
    provider.provide(own.state);
  };
  own.watch(() => {
    provider.provide(own.state);
    if (own.session?.viewedBy || own.firm?.safety)
      import('./above.ts').then(({ setAbove }) => setAbove(host)).catch(() => {}); // again with the next change
  });
  host.addController({ hostConnected: () => provider.connect(), hostUpdate: hand });
  return own;
}
