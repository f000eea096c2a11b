/** One of two processes that use the same tokens at the same moment. `fork`ed by G9. */
import { hostTokens } from '../../../packages/server-adapter/src/providers/host-tokens.ts';
import { memoryMailer } from '../../../packages/server-adapter/src/mail/mailer.ts';
import { createPortalServer } from '../../../packages/server-adapter/src/server.ts';
import { postgres } from '../../../packages/server-adapter/src/sql/postgres.ts';
import { endpoints } from '../world/act.ts';
import { send } from '../world/server.ts';
import type { Race, Track } from './race.ts';

const track = JSON.parse(process.argv[2] ?? '') as Track;
const { url, secret, slug, host, side, hostKey } = track;
const server = createPortalServer({
  database: postgres({ url }),
  mailer: memoryMailer(),
  secret,
  logger: { debug() {}, info() {}, warn() {}, error: (message, facts) => console.error(message, facts) },
  authProviders: [hostTokens({ key: Buffer.from(hostKey, 'hex'), firm: slug })],
});

process.on('message', (races: readonly Race[] | null) => {
  if (races) void run(races);
  else void server.close().then(() => process.exit(0));
});

/** Runs all at once, and says what each was answered. */
async function run(races: readonly Race[]): Promise<void> {
  const answers = races.map(async ({ name, input, cookies }) => {
    const cookie = cookies?.[side];
    const credential = cookie === undefined ? {} : { cookie };
    return (await send(server, { host, credential, endpoint: endpoints.get(name)!, input })).status;
  });
  process.send?.(await Promise.all(answers));
}

process.send?.('ready');
