/** Two answers about the server itself, outside of the contract: they belong to no firm and tell nothing of one. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from '../sql/database.ts';
import type { Reply } from './answer.ts';

const questions: Readonly<Record<string, (database: Database) => Promise<Reply>>> = {
  /** The contract as OpenAPI 3.1. */
  '/openapi.json': async () => {
    // Read, not imported: bundlers and compilers disagree about import attributes.
    const file = fileURLToPath(import.meta.resolve('@casefront/core/openapi.json'));
    return { status: 200, body: await readFile(file, 'utf8') };
  },
  /** For a load balancer: whether this node reaches its database. */
  '/v1/health': async ({ kysely }) => {
    try {
      await kysely.selectFrom('migrations').select('name').limit(1).execute();
      return json(200, { status: 'ok' });
    } catch {
      return json(503, { status: 'no database' });
    }
  },
};

export async function metaReply(
  method: string,
  path: string,
  database: Database,
): Promise<Reply | undefined> {
  const known = method === 'GET' || method === 'HEAD';
  return known && Object.hasOwn(questions, path) ? questions[path]!(database) : undefined;
}

const json = (status: number, value: unknown): Reply => ({ status, body: JSON.stringify(value) });
