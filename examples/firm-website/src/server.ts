import { firmWebsite, send } from './app.ts';
import { mountPortal } from './portal.ts';

const port = Number(process.env['PORT'] ?? 4310);
const app = firmWebsite({ list: async () => [], get: async () => undefined });
await mountPortal(app);
app.use((_request, response) => send(response, undefined));

const server = app.listen(port, () => console.log(`Harborview Law is at http://localhost:${port}`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
