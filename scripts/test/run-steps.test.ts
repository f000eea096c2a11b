import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runSteps } from './run-steps.ts';
import { failure, type Step, type StepResult } from './step.ts';
import { choose, steps as allSteps } from './steps.ts';

const good: StepResult = { passed: 1, failed: 0, output: '' };
const step = (name: string, run: Step['run'], after: string[] = []): Step => ({ name, run, after });
const start = (steps: Step[], lanes = 2) =>
  runSteps(steps, { lanes, context: async () => ({ env: {}, files: [] }), onEnd: () => {} });

test('a step waits for the one it comes after', async () => {
  const order: string[] = [];
  const log = (name: string) => async () => {
    await sleep(5);
    order.push(name);
    return good;
  };
  await start([step('late', log('late'), ['early']), step('early', log('early'))]);
  assert.deepEqual(order, ['early', 'late']);
});

test('no more steps run at a time than there are lanes', async () => {
  let [now, most] = [0, 0];
  const busy = async () => {
    most = Math.max(most, ++now);
    await sleep(5);
    now--;
    return good;
  };
  await start(Array.from({ length: 6 }, (_, i) => step(`s${i}`, busy)));
  assert.equal(most, 2);
});

test('a step after a failed one does not run and fails', async () => {
  let ran = false;
  const ends = await start([
    step('build', async () => failure('broken')),
    step('e2e', async () => ((ran = true), good), ['build']),
  ]);
  assert.equal(ran, false);
  assert.deepEqual(
    ends.map(({ failed }) => failed),
    [1, 1],
  );
});

test('a step that throws is a failed step', async () => {
  const [end] = await start([step('broken', () => Promise.reject(new Error('no browser')))]);
  assert.equal(end?.failed, 1);
  assert.match(end.output, /no browser/);
});

test('after an interruption no further step starts', async () => {
  const interrupted = new AbortController();
  const first = step('first', async () => (interrupted.abort(), good));
  const ends = await runSteps([first, step('second', async () => good, ['first'])], {
    lanes: 2,
    context: async () => ({ env: {}, files: [] }),
    onEnd: () => {},
    signal: interrupted.signal,
  });
  assert.deepEqual(
    ends.map(({ step: { name } }) => name),
    ['first'],
  );
});

test('choosing a step brings the steps it comes after; other words choose files', () => {
  const { chosen, files } = choose(allSteps, ['e2e', 'sign-in']);
  assert.deepEqual(
    chosen.map(({ name }) => name),
    ['build', 'e2e'],
  );
  assert.deepEqual(files, ['sign-in']);
});

test('no words choose everything', () => {
  assert.equal(choose(allSteps, []).chosen.length, allSteps.length);
});
