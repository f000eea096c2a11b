import { verifyJournal } from '../journal/index.ts';
import { isSafeAddress } from '../access/local.ts';
import { totpSeal, unseal } from '../access/seal.ts';
import { migrations } from '../sql/migrations/index.ts';
import type { Database } from '../sql/database.ts';
import { readOptions, readSecret, readSecrets, withDatabase, type Command } from './command.ts';

/** Something that is looked at; answers what to do about it, or nothing when all is well. */
interface Check {
  readonly what: string;
  find(database: Database): Promise<string | undefined>;
}

const checks: readonly Check[] = [
  {
    what: 'the secret',
    find: async () => {
      readSecret();
      return undefined;
    },
  },
  {
    what: 'the database and its schema',
    find: async ({ kysely }) => {
      const rows = await kysely.selectFrom('migrations').select('name').execute();
      const applied = new Set(rows.map(({ name }) => name));
      const missing = migrations.filter(({ name }) => !applied.has(name));
      return missing.length > 0
        ? 'It is of an older version: `casefront migrate` brings it up to date.'
        : undefined;
    },
  },
  {
    what: 'the firms',
    find: async ({ kysely }) => {
      const firms = await kysely.selectFrom('firms').select(['slug', 'portal_url']).execute();
      if (firms.length === 0) return 'There is none yet: `casefront firm` adds one.';
      const unsafe = firms.filter(({ portal_url }) => !isSafeAddress(portal_url));
      return unsafe.length > 0 ? `Not on https: ${unsafe.map(({ slug }) => slug).join(', ')}.` : undefined;
    },
  },
  {
    what: 'the authenticator apps',
    find: async ({ kysely }) => {
      const secrets = readSecrets();
      const apps = await kysely.selectFrom('totp').select(['firm_id', 'person_id', 'secret']).execute();
      const lost = apps.filter((app) => !unseal(app.secret, totpSeal(secrets, app.firm_id, app.person_id)));
      return lost.length > 0
        ? `${lost.length} of ${apps.length} were set up under another secret: name it in ` +
            'CASEFRONT_PREVIOUS_SECRET, and in the `previousSecrets` of the server.'
        : undefined;
    },
  },
  {
    what: 'the journals',
    find: async ({ kysely }) => {
      const broken: string[] = [];
      for (const { id, slug } of await kysely.selectFrom('firms').select(['id', 'slug']).execute()) {
        if (!(await verifyJournal(kysely, id)).ok) broken.push(slug);
      }
      return broken.length > 0
        ? `Not as they were written: ${broken.join(', ')}. See \`casefront audit verify\`.`
        : undefined;
    },
  },
  {
    what: 'the mails',
    find: async ({ kysely, clock }) => {
      const hourAgo = new Date(clock().getTime() - 3_600_000).toISOString();
      const { late } = await kysely
        .selectFrom('mails')
        .where('state', '=', 'waiting')
        .where('created_at', '<', hourAgo)
        .select((eb) => eb.fn.countAll<number>().as('late'))
        .executeTakeFirstOrThrow();
      return late > 0
        ? `${late} wait for more than an hour: does the server run, and does SMTP answer?`
        : undefined;
    },
  },
];

export const doctor: Command = {
  usage: 'casefront doctor',
  about: 'Looks whether everything is in place, and says what to do where it is not.',
  run: (args) => {
    readOptions(args, []);
    return withDatabase(
      async (database) => {
        let well = true;
        for (const { what, find } of checks) {
          const advice = await find(database).catch((error: unknown) =>
            String(error instanceof Error ? error.message : error),
          );
          well &&= advice === undefined;
          console.log(advice === undefined ? `ok    ${what}` : `LOOK  ${what}: ${advice}`);
        }
        return well;
      },
      { readOnly: true },
    );
  },
};
