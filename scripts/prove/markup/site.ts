/**
 * Pages with the real elements on them. Each element has an address of its own to ask, `/as/3/…`, where this server comes
 * with the cookie of the third client, so that many people stand on one page.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { answerIncoming } from '../../../packages/server-adapter/src/hosts/incoming.ts';
import type { PortalServer } from '../../../packages/server-adapter/src/server.ts';
import { ensureBrowserFiles } from '../../setup/browser-files.ts';
import type { Written } from './write.ts';

export interface Site {
  readonly url: string;
  stop(): Promise<void>;
}

/** As SECURITY.md asks of the host (H2). */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";
/** Mails have styles of their own. */
const mailPolicy = policy.replace("style-src 'self'", "style-src 'unsafe-inline'");

/** What is shown to the client of each firm, and to whoever looks as them. */
const elements = (
  { caseIds, threadIds, viewId }: Written,
  api: string,
  staffApi: string,
): readonly string[] => [
  `portal-dashboard api="${api}"`,
  `portal-cases api="${api}"`,
  ...caseIds.map((id) => `portal-case api="${api}" case-id="${id}"`),
  `portal-inbox api="${api}"`,
  ...threadIds.map((id) => `portal-inbox api="${api}" thread-id="${id}"`),
  `portal-inbox api="${api}" case-id="${caseIds[0]}" compose`,
  `portal-profile api="${api}"`,
  `portal-firms api="${api}"`,
  `portal-viewing api="${staffApi}" view="${viewId}"`,
  `portal-sign-in api="${api.replace('as', 'nobody')}"`,
];

/** `mails`: the markup of each; `pages`: which firms stand on each page. */
export async function startSite(
  server: PortalServer,
  written: readonly Written[],
  perPage: number,
  mails: readonly string[],
): Promise<Site> {
  await ensureBrowserFiles();
  const built = fileURLToPath(new URL('.', import.meta.resolve('@casefront/elements/casefront.js')));

  const html = (response: ServerResponse, body: string, csp?: string) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (csp !== undefined) response.setHeader('content-security-policy', csp);
    response.end(body);
  };
  const page = (number: number) =>
    written
      .slice(number * perPage, (number + 1) * perPage)
      .map((one, at) => {
        const index = number * perPage + at;
        const tags = elements(one, `/as/${index}`, `/staff/${index}`);
        return `<section>${tags.map((tag) => `<${tag}></${tag.split(' ', 1)[0]}>`).join('\n')}</section>`;
      })
      .join('\n');

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, first = '', second = ''] = request.url!.split(/[/?]/);
    const one = written[Number(second)];
    if (['as', 'staff', 'nobody'].includes(first) && one) {
      const cookie = { as: one.client.cookie, staff: one.staff.cookie, nobody: undefined }[first];
      request.url = request.url!.slice(`/${first}/${second}`.length);
      for (const [name, value] of Object.entries({ cookie, host: one.host })) {
        delete request.headers[name];
        if (value !== undefined) request.headers[name] = value;
      }
      request.headersDistinct['host'] = [one.host];
      return answerIncoming(server, request, response);
    }
    if (first === 'casefront') {
      response.setHeader('content-type', 'text/javascript');
      response.end(await readFile(built + request.url!.slice('/casefront/'.length)));
    } else if (first === 'page') html(response, document(page(Number(second))), policy);
    else if (first === 'mail') html(response, mails[Number(second)]!, mailPolicy);
    else if (first === 'unsafe.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(unsafe(written.map(({ payload }) => payload)));
    } else if (first === 'unsafe') html(response, control);
    else if (first === 'unsafe-strict') html(response, control, policy);
    else if (first === 'inline') html(response, `<script>xss()</script>`, policy);
    else response.writeHead(404).end();
  };
  const http = createServer(
    (request, response) => void answer(request, response).catch(() => response.writeHead(500).end()),
  ).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async stop() {
      http.closeAllConnections();
      http.close();
    },
  };
}

const document = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>q</title>
<link rel="icon" href="data:,"><script type="module" src="/casefront/casefront.js"></script><main>${body}</main></html>`;

/** The control: an element that takes text for markup. */
const control = `<!doctype html><html lang="en"><meta charset="utf-8"><title>q</title><link rel="icon" href="data:,">
<script type="module" src="/unsafe.js"></script><main></main></html>`;
const unsafe = (texts: readonly string[]) => `
class UnsafeText extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = this.text; }
}
customElements.define('unsafe-text', UnsafeText);
for (const text of ${JSON.stringify(texts)}) {
  const element = document.createElement('unsafe-text');
  element.text = text;
  document.querySelector('main').append(element);
}`;
