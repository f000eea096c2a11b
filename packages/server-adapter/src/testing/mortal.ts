import type { KyselyPlugin } from 'kysely';
import type { Mailer } from '../mail/mailer.ts';
import type { Database, Executor, Tx } from '../sql/database.ts';

/** The process has died; it can do nothing any more, not even clean up. */
export class Died extends Error {
  override readonly name = 'Died';
}

/**
 * A process that dies at its `last` step: a statement, a commit, a mail. What it wrote before in an open transaction
 * is gone, what it committed or sent is not. For trying every crash there can be, one after the other.
 */
export function mortal(database: Database, last: number) {
  let steps = 0;
  const step = () => {
    if (++steps >= last) throw new Died(`died at step ${last}`);
  };
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      step();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const onLane = ({ dialect, run }: Executor) => ({
    dialect,
    run: async (...query: Parameters<Executor['run']>) => {
      step();
      return run(...query);
    },
  });

  const frail: Database = {
    ...database,
    kysely: Object.assign(database.kysely.withPlugin(plugin), onLane(database.kysely)),
    async transaction(work) {
      step();
      const result = await database.transaction((tx) => {
        const { at, journaled, afterCommit } = tx;
        const frailTx: Tx = Object.assign(tx.withPlugin(plugin), {
          ...onLane(tx),
          at,
          journaled,
          afterCommit,
        });
        return work(frailTx);
      });
      step();
      return result;
    },
  };
  const frailMailer = (mailer: Mailer): Mailer => ({
    async send(message) {
      step();
      await mailer.send(message);
      step();
    },
  });
  return { database: frail, mailer: frailMailer, died: () => steps >= last };
}
