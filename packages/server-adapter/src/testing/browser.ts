import { createFirm, type FirmClient } from '@casefront/core/firm';
import { createPortal, type Portal } from '@casefront/core';
import { checkAnswers } from '@casefront/core/validate';
import type { PortalServer } from '../server.ts';

/** A browser on the firm's own site: the real clients, a cookie jar, and the headers that browsers add by themselves. */
export interface TestBrowser {
  readonly portal: Portal;
  readonly firm: FirmClient;
  /** One request as it is; for what the clients would never send. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Name and value of the cookie it holds; undefined when there is none. */
  cookie: string | undefined;
}

export interface BrowserOptions {
  readonly server: PortalServer;
  /** `https://www.firm.example` */
  readonly origin: string;
  readonly ip?: string;
  readonly cookie?: string;
}

export function testBrowser({ server, origin, ip = '192.0.2.1', cookie }: BrowserOptions): TestBrowser {
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (browser.cookie !== undefined) request.headers.set('cookie', browser.cookie);
    if (!request.headers.has('sec-fetch-site')) request.headers.set('sec-fetch-site', 'same-origin');
    const response = await server.fetch(request, { ip });
    const set = response.headers.get('set-cookie');
    if (set !== null) browser.cookie = keep(set);
    return response;
  };
  const options = { api: origin, fetch: send as typeof fetch, validate: checkAnswers };
  const browser: TestBrowser = {
    portal: createPortal(options),
    firm: createFirm(options),
    fetch: (path, init) => send(new URL(path, origin), init),
    cookie,
  };
  return browser;
}

/** What a browser keeps of a `Set-Cookie`: nothing when it is over. */
const keep = (set: string) => (/;\s*Max-Age=0/i.test(set) ? undefined : set.split(';', 1)[0]);
