/**
 * Starts the site. `PORT` changes where: 4310 unless given, 0 for any that is free. Only this machine can reach it,
 * because everybody knows the demo's password; `HOST=0.0.0.0` opens it to the network.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firmWebsite, send } from './app.ts';
import { whoCanSignIn } from './demo-accounts.ts';
import { chooseMailer } from './mailer.ts';
import { mountPortal, openPortal } from './portal.ts';

/** Milliseconds that running requests have to end in, once the site is told to stop. */
const patience = 5_000;

try {
  await start(Number(process.env['PORT'] ?? 4310));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start(wanted: number): Promise<void> {
  // The port first: links in mails name it, and who starts the site twice learns it before the database does.
  const site = Promise.withResolvers<RequestListener>();
  const server = createServer(
    (request, response) => void site.promise.then((answer) => answer(request, response)),
  );
  const port = await listen(server, wanted);
  const url = `http://localhost:${port}`;

  const { mailer, outbox } = await chooseMailer();
  const portal = await openPortal({ url, mailer });
  const app = firmWebsite(outbox);
  await mountPortal(app, portal);
  app.use((_request, response) => send(response, undefined)); // last: what nobody answered
  site.resolve(app as RequestListener);
  console.log(`Harborview Law is at ${url}\n${whoCanSignIn}`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop(server).then(() => portal.close()));
  }
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, process.env['HOST'] ?? '127.0.0.1', resolve);
  await promise.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Something is already running on port ${port}. Stop it, or choose another: PORT=${port + 1}`,
    );
  });
  return (server.address() as AddressInfo).port;
}

/** Takes no more requests, and lets those that are running come to an end. */
async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  server.close(resolve);
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  await promise;
  clearTimeout(impatient);
}
