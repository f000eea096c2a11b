/**
 * Loaded before the website by `npm run dev`: adds a script to its HTML pages that reloads them when the website comes
 * back after a restart. The website itself knows nothing of it, and the script passes a strict Content-Security-Policy.
 */
import { Server, ServerResponse, type IncomingMessage } from 'node:http';

const script = '/__dev/reload.js';
const stream = '/__dev/alive';
const client = `let wasLost = false;
const alive = new EventSource('${stream}');
alive.onerror = () => (wasLost = true);
alive.onopen = () => wasLost && location.reload();
`;

const { emit } = Server.prototype;
Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
  if (event === 'request' && answer(args[0] as IncomingMessage, args[1] as ServerResponse)) return true;
  return Reflect.apply(emit, this, [event, ...args]) as boolean;
} as typeof emit;

const open = new Set<ServerResponse>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.prependListener(signal, () => open.forEach((response) => response.destroy()));
}

function answer({ url }: IncomingMessage, response: ServerResponse): boolean {
  if (url === script) response.writeHead(200, { 'content-type': 'text/javascript' }).end(client);
  else if (url === stream) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 200\n\n');
    open.add(response.on('close', () => open.delete(response)));
  } else return false;
  return true;
}

const { end } = ServerResponse.prototype;
ServerResponse.prototype.end = function (this: ServerResponse, ...args: unknown[]): ServerResponse {
  const [page] = args;
  const isPage = String(this.getHeader('content-type')).startsWith('text/html');
  if (isPage && !this.headersSent && (typeof page === 'string' || Buffer.isBuffer(page))) {
    args[0] = `${page.toString()}<script type="module" src="${script}"></script>\n`;
    this.setHeader('content-length', Buffer.byteLength(args[0] as string));
    this.removeHeader('etag');
  }
  return Reflect.apply(end, this, args) as ServerResponse;
} as typeof end;
