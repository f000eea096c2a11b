/** What a full database answers, so that it can be told from one that is broken. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { it } from 'node:test';
import { Pool } from 'pg';
import { forEachDatabase } from '../testing/databases.ts';
import { DatabaseBusy } from './busy.ts';
import { connectionTo } from './postgres-pool.ts';

it('says that it is busy when no connection becomes free in time', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const pool = new Pool({ host: '127.0.0.1', port, max: 1, connectionTimeoutMillis: 50 });
  // The first one has the only connection, and waits for the server itself.
  const [first, second] = await Promise.allSettled([connectionTo(pool), connectionTo(pool)]);
  assert.ok(first.status === 'rejected' && !(first.reason instanceof DatabaseBusy));
  assert.ok(second.status === 'rejected' && second.reason instanceof DatabaseBusy);
  for (const socket of sockets) socket.destroy();
  silent.close();
  await pool.end();
});

forEachDatabase((dialect, open) => {
  it('says that it is busy when a transaction is broken off again and again', async () => {
    const database = await open();
    let tries = 0;
    const failing = (code: string) => () => {
      tries++;
      return Promise.reject(Object.assign(new Error('Broken off'), { code }));
    };
    const isBusy = (error: unknown) => error instanceof DatabaseBusy;
    await assert.rejects(database.transaction(failing('40P01')), (error) =>
      dialect === 'postgres' ? isBusy(error) : !isBusy(error),
    );
    assert.equal(tries, dialect === 'postgres' ? 5 : 1);
    await assert.rejects(database.transaction(failing('23505')), (error) => !isBusy(error));
  });
});
