/** Casefront as a firm would run it by itself: the Node host on SQLite, nothing left out. */
import { createPortalServer } from '../../../packages/server-adapter/src/index.ts';
import { listen } from '../../../packages/server-adapter/src/hosts/node.ts';
import { memoryMailer } from '../../../packages/server-adapter/src/mail/mailer.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';

const server = createPortalServer({
  database: sqlite({ file: process.env['FILE'] ?? '' }),
  secret: 'a benchmark keeps no secrets, but 32 bytes are asked for',
  mailer: memoryMailer(),
  firm: 'bench',
});
await server.start();
const { port, close } = await listen(server, 0, '127.0.0.1');
process.send?.({ port });
process.once('SIGTERM', () => void close().then(() => process.exit()));
