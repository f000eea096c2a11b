import { setTimeout as sleep } from 'node:timers/promises';
import { lockFirm } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import type { TestPortal } from './portal.ts';

/** Lets a request come as far as waiting for its turn, does something, and only then lets it go on. */
export async function meanwhile<T>(
  { database, firm }: TestPortal,
  request: () => Promise<T>,
  work: (tx: Tx) => Promise<unknown>,
): Promise<T> {
  const [locked, asked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const transaction = database.transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    locked.resolve();
    await asked.promise;
    await work(tx);
  });
  await locked.promise;
  const [answer] = await Promise.all([
    Promise.allSettled([request()]),
    sleep(150).then(() => asked.resolve()),
    transaction,
  ]);
  if (answer[0].status === 'rejected') throw answer[0].reason;
  return answer[0].value;
}
