import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PortalServer } from '../server.ts';
import { answerIncoming } from './incoming.ts';

/** Milliseconds: slow senders hold a socket and no more (ASVS 15.2.2); then whoever is still busy is cut off. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  // How often Node looks whether one is over; it would let 30 s pass.
  connectionsCheckingInterval: 2_000,
};
const patience = 10_000;

export interface Listening {
  readonly port: number;
  /** Takes no more requests, lets the running ones end, then closes the portal. */
  close(): Promise<void>;
}

/** The portal as an HTTP server of its own. Port 0 takes any that is free. */
export async function listen(server: PortalServer, port: number, hostname?: string): Promise<Listening> {
  const http = createServer({ ...timeouts, maxHeaderSize: 16_384 }, (incoming, outgoing) => {
    void answerIncoming(server, incoming, outgoing);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  http.once('error', reject).listen(port, hostname, resolve);
  await promise;
  return {
    port: (http.address() as AddressInfo).port,
    async close() {
      const ended = new Promise((resolve) => http.close(resolve));
      const impatient = setTimeout(() => http.closeAllConnections(), patience);
      await ended;
      clearTimeout(impatient);
      await server.close();
    },
  };
}
