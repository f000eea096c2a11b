/** The clients that the demo's people and the firm's system use, on a server in this process. */
import { createPortal, type Portal } from '@casefront/core';
import { createFirm, type FirmClient } from '@casefront/core/firm';
import type { PortalServer } from '@casefront/server-adapter';

export interface Browser {
  readonly portal: Portal;
  readonly firm: FirmClient;
}

/** As in a browser on the firm's own page: it keeps the session's cookie and says where it comes from. */
export function openBrowser(server: PortalServer, origin: string): Browser {
  let cookie = '';
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.headers.set('origin', origin);
    if (cookie) request.headers.set('cookie', cookie);
    const response = await server.fetch(request);
    cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie;
    return response;
  };
  return {
    portal: createPortal({ api: origin, fetch: send }),
    firm: createFirm({ api: origin, fetch: send }),
  };
}

/** As the firm's practice-management system does, by API key. */
export const openOffice = (server: PortalServer, api: string, apiKey: string): FirmClient =>
  createFirm({ api, apiKey, fetch: (input, init) => server.fetch(new Request(input, init)) });
