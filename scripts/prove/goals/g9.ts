/** G9: of two who use the same token at the same moment, one gets in. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { postgres } from '../../../packages/server-adapter/src/sql/postgres.ts';
import { createFirm } from '../../../packages/server-adapter/src/firm/create.ts';
import type { Prove } from '../lib/goal.ts';
import { startRacers, type Racers } from '../races/race.ts';
import { kinds, makeRaces, type Firm } from '../races/tokens.ts';

/** Races that are on at the same time. */
const batch = 10;

export const prove: Prove = async ({ tally, size }) => {
  const { url, drop } = await newDatabase();
  const database = postgres({ url });
  try {
    await database.migrate();
    const firm = await addFirm(database);
    const place = {
      url,
      secret: Buffer.from(firm.secret).toString(),
      slug: 'harbor',
      host: 'www.harbor.example',
    };
    const track = { ...place, hostKey: Buffer.from(firm.hostKey).toString('hex') };
    const strict = await startRacers(track, false);
    const raced = await race(database, firm, strict, size(1000));
    for (const [kind, wins] of raced) {
      tally.tried(wins.length);
      const twice = wins.filter((count) => count > 1).length;
      const never = wins.filter((count) => count === 0).length;
      if (twice > 0) tally.fail(`${kind}: ${twice} of ${wins.length} tokens were good twice`);
      if (never > 0) tally.fail(`${kind}: ${never} of ${wins.length} good tokens were refused to both`);
    }
    await strict.close();

    const loose = await startRacers(track, true);
    for (const [kind, wins] of await race(database, firm, loose, 30)) {
      const twice = wins.filter((count) => count > 1).length;
      if (twice > 0) tally.positive(twice);
      else tally.fail(`${kind}: nothing was seen to be good twice where nothing forbids it`);
    }
    await loose.close();
  } finally {
    await database.close();
    await drop();
  }
};

async function race(
  database: ReturnType<typeof postgres>,
  firm: Firm,
  racers: Racers,
  rounds: number,
): Promise<Map<string, number[]>> {
  const wins = new Map<string, number[]>();
  for (const kind of Object.keys(kinds)) {
    const all: number[] = [];
    while (all.length < rounds) {
      const races = await makeRaces(database, firm, kind, Math.min(batch, rounds - all.length));
      all.push(...(await racers.run(races)));
    }
    wins.set(kind, all);
  }
  return wins;
}

async function addFirm(database: ReturnType<typeof postgres>): Promise<Firm> {
  const origin = 'https://www.harbor.example';
  // As text, because that is how the processes are told.
  const secret = Buffer.from(randomBytes(32).toString('hex'));
  const { firmId } = await createFirm(database, secret, {
    slug: 'harbor',
    name: 'Harbor Law',
    branding: { brand: '#1f4b6e', logoUrl: null },
    contact: {
      phone: '(555) 010-0199',
      email: 'office@harbor.example',
      address: '1 Harbor Way',
      hours: '9 to 5',
      website: origin,
      emergencyNote: null,
    },
    settings: { secondFactor: 'nobody' },
    portalUrl: `${origin}/portal`,
    hosts: ['www.harbor.example'],
    admin: { name: 'Helen Ward', email: 'helen@harbor.example' },
  });
  return { firmId, origin, secret, hostKey: randomBytes(32) };
}

/** A database of its own on the server of this run. */
async function newDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = new URL(process.env['TEST_POSTGRES_URL']!);
  const name = `casefront_${randomBytes(8).toString('hex')}`;
  const run = async (statement: string) => {
    const client = new Client({ connectionString: server.href });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}
