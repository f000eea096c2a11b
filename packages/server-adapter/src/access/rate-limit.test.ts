import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { testClock } from '../testing/clock.ts';
import { dump } from '../testing/dump.ts';
import { countTry, forgiveTry } from './rate-limit.ts';

const secret = new Uint8Array(32);

forEachDatabase((_, open) => {
  async function begin(most = 10) {
    const clock = testClock();
    const database = await open({ clock });
    const limits = [{ key: ['sign-in', 'ana@people.example'], most }];
    const attempt = () =>
      database
        .transaction((tx) => countTry(tx, secret, limits))
        .then(
          () => true,
          (error: { code?: string; details?: { retryAfter?: number } }) => {
            if (error.code !== 'rate.limited') throw error;
            return error.details?.retryAfter ?? 0;
          },
        );
    const forgive = () => database.transaction((tx) => forgiveTry(tx, secret, limits));
    return { clock, database, attempt, forgive };
  }

  it('lets through as many as the limit says in any 15 minutes, wherever they begin', async () => {
    const { clock, attempt } = await begin();
    const passed: number[] = [];
    for (let second = 0; second < 3 * 3_600; second += 20) {
      if ((await attempt()) === true) passed.push(second);
      clock.pass(20);
    }
    assert.ok(passed.length > 60, `${passed.length} passed`);
    for (const from of passed)
      assert.ok(passed.filter((second) => second >= from && second < from + 900).length <= 10);
  });

  it('says when it is worth trying again', async () => {
    const { clock, attempt } = await begin();
    clock.pass(30);
    for (let count = 0; count < 10; count++) await attempt();
    const wait = await attempt();
    assert.ok(typeof wait === 'number' && wait > 0 && wait <= 16 * 60);
    clock.pass(wait - 1);
    assert.notEqual(await attempt(), true);
    clock.pass(1);
    assert.equal(await attempt(), true);
  });

  it('does not count refused tries, so that patience is rewarded', async () => {
    const { clock, attempt } = await begin();
    for (let count = 0; count < 10; count++) await attempt();
    for (let minute = 0; minute < 16; minute++) {
      for (let count = 0; count < 5; count++) assert.notEqual(await attempt(), true);
      clock.pass(60);
    }
    assert.equal(await attempt(), true);
  });

  it('counts each of those that come at once', async () => {
    const { attempt } = await begin();
    const results = await Promise.all(Array.from({ length: 30 }, attempt));
    assert.equal(results.filter((result) => result === true).length, 10);
  });

  it('takes back what was rightful', async () => {
    const { attempt, forgive } = await begin(1);
    for (let count = 0; count < 3; count++) {
      assert.equal(await attempt(), true);
      await forgive();
    }
    assert.equal(await attempt(), true);
    assert.notEqual(await attempt(), true);
  });

  it('keeps no address', async () => {
    const { database, attempt } = await begin();
    await attempt();
    const rows = await dump(database);
    assert.ok(!rows.includes('ana@'));
    assert.ok(rows.includes('"count":1'));
  });
});
