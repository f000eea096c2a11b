import { verifyJournal } from '../journal/index.ts';
import { readOptions, UsageError, withDatabase, type Command } from './command.ts';

export const audit: Command = {
  usage: 'casefront audit verify',
  about: 'Checks the chain of every firm’s journal, and prints its head: keep it somewhere else.',
  run: (args) => {
    const [verb, ...rest] = args;
    if (verb !== 'verify') throw new UsageError('`audit` knows `verify`.');
    readOptions(rest, []);
    return withDatabase(
      async (database) => {
        const firms = await database.kysely
          .selectFrom('firms')
          .orderBy('slug')
          .select(['id', 'slug'])
          .execute();
        let sound = true;
        for (const { id, slug } of firms) {
          const verdict = await verifyJournal(database.kysely, id);
          sound &&= verdict.ok;
          console.log(
            verdict.ok
              ? `${slug}: sound, ${verdict.head.seq} entries, head ${verdict.head.hash}`
              : `${slug}: NOT sound from entry ${verdict.seq} on (${verdict.reason})`,
          );
        }
        return sound;
      },
      { readOnly: true },
    );
  },
};
