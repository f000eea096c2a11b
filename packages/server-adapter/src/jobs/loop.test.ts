import assert from 'node:assert/strict';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { afterEach, test } from 'node:test';
import { createLoop, type Loop } from './loop.ts';

const hour = 3_600_000;
const running: Loop[] = [];
afterEach(async () => {
  for (const loop of running.splice(0)) await loop.stop();
});

const loopOf = (
  work: (signal: AbortSignal) => Promise<void>,
  interval = hour,
  onError: (error: unknown) => void = () => {},
) => {
  const loop = createLoop(work, { interval, onError });
  running.push(loop);
  return loop;
};
/** Long enough for all that is ready to run, without a look at the clock. */
const settled = async () => {
  for (let count = 0; count < 10; count++) await turn();
};

test('it works when it starts and when it is woken, and not before', async () => {
  let rounds = 0;
  const loop = loopOf(async () => void rounds++);
  loop.wake();
  await settled();
  assert.equal(rounds, 0);
  loop.start();
  await settled();
  assert.equal(rounds, 1);
  loop.wake();
  await settled();
  assert.equal(rounds, 2);
});

test('it works again after each interval', async () => {
  let rounds = 0;
  const fourth = Promise.withResolvers<void>();
  const loop = loopOf(async () => {
    if (++rounds === 4) fourth.resolve();
  }, 1);
  loop.start();
  // The loop does not keep the process alive; this does.
  await Promise.race([fourth.promise, sleep(10_000)]);
  assert.ok(rounds >= 4);
});

test('it never works twice at once, and what wakes it meanwhile counts once', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let rounds = 0;
  let inside = 0;
  const loop = loopOf(async () => {
    assert.equal(++inside, 1);
    await gates[rounds++]?.promise;
    inside--;
  });
  loop.start();
  await settled();
  for (let count = 0; count < 5; count++) loop.wake();
  await settled();
  assert.equal(rounds, 1);
  gates[0]?.resolve();
  await settled();
  assert.equal(rounds, 2);
  gates[1]?.resolve();
  await settled();
  assert.equal(rounds, 2);
});

test('a round that fails is told of, and does not stop the ones after it', async () => {
  const errors: unknown[] = [];
  let rounds = 0;
  const failure = new Error('no');
  const loop = loopOf(
    async () => {
      if (++rounds === 1) throw failure;
    },
    hour,
    (error) => errors.push(error),
  );
  loop.start();
  await settled();
  assert.deepEqual(errors, [failure]);
  loop.wake();
  await settled();
  assert.equal(rounds, 2);
});

test('an error that lasts does not keep the processor busy', async () => {
  let rounds = 0;
  const loop = loopOf(async () => {
    rounds++;
    // Work that fails and wakes itself, as a commit does.
    loop.wake();
    throw new Error('no');
  });
  loop.start();
  await settled();
  assert.equal(rounds, 1);
});

test('stopping waits for the round that is running, tells it, and starts no other', async () => {
  const gate = Promise.withResolvers<void>();
  let rounds = 0;
  let told = false;
  let stopped = false;
  const loop = loopOf(async (signal) => {
    rounds++;
    await gate.promise;
    told = signal.aborted;
  }, 1);
  loop.start();
  await settled();
  loop.wake();
  const stopping = loop.stop().then(() => (stopped = true));
  await settled();
  assert.equal(stopped, false);
  gate.resolve();
  await stopping;
  loop.wake();
  await settled();
  assert.deepEqual([rounds, told, stopped], [1, true, true]);
});
