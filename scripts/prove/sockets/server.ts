/** The process of the server under attack: its memory is measured, and nothing else lives in it. */
import { listen } from '../../../packages/server-adapter/src/hosts/node.ts';
import { createTestPortal } from '../../../packages/server-adapter/src/testing/index.ts';

export interface Target {
  readonly port: number;
  /** What the firm is served by. */
  readonly host: string;
  /** Of people who go on reading meanwhile. */
  readonly cookies: readonly string[];
}

const portal = await createTestPortal();
const { firm } = portal;
const daniel = await firm.addStaff();
const cookies: string[] = [];
for (const name of ['Ana Silva', 'Bo Lind', 'Cy Tan']) {
  const client = await firm.addClient(name);
  await firm.addCase({ team: [daniel], clients: [client] });
  cookies.push(client.cookie!);
}
const { port } = await listen(portal.server, 0, '127.0.0.1');
const target: Target = { port, host: new URL(firm.origin).host, cookies };
process.on('message', () => process.send!(process.memoryUsage.rss()));
process.on('disconnect', () => process.exit(0));
process.send!(target);
