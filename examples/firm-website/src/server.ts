/** Starts the site. `PORT` changes where, 4310 unless given. */
import { firmWebsite, send } from './app.ts';
import { mountPortal } from './portal.ts';

const port = Number(process.env['PORT'] ?? 4310);
const app = firmWebsite({ list: async () => [], get: async () => undefined });
await mountPortal(app);
app.use((_request, response) => send(response, undefined)); // last: what nobody answered

// Express 5 hands a failure to listen to this callback.
const server = app.listen(port, (error?: NodeJS.ErrnoException) => {
  if (error?.code === 'EADDRINUSE') {
    console.error(
      `Something is already running on port ${port}. Stop it, or choose another: PORT=${port + 1}`,
    );
    process.exitCode = 1;
  } else if (error) throw error;
  else console.log(`Harborview Law is at http://localhost:${port}`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
