import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding, Goal } from './goal.ts';
import { details, isShown, line } from './line.ts';
import { createRandom } from './random.ts';
import { schedule } from './schedule.ts';
import { readWords } from './words.ts';

const finding: Finding = { n: 200, positives: 61, failures: 0, facts: {}, messages: [], notes: [] };
const goal = (name: string, alone = false): Goal => ({
  name,
  promise: '',
  alone,
  load: () => Promise.reject(new Error('not loaded here')),
});

describe('the line of a promise', () => {
  const ended = { name: 'G1', seconds: 48.12, seed: 42, scale: 1 };

  it('has what was tried, what was seen, what failed, the time and the seed', () => {
    assert.equal(line({ ...ended, finding }), 'G1 pass n=200 positives=61 failures=0 seconds=48.1 seed=42');
    assert.equal(
      line({ ...ended, scale: 0.01, finding: { ...finding, failures: 2, facts: { listed: 3 } } }),
      'G1 fail n=200 positives=61 failures=2 listed=3 seconds=48.1 seed=42 scale=0.01',
    );
  });

  it('is no pass where nothing was tried, or nothing could have been seen', () => {
    assert.ok(isShown(finding));
    for (const wrong of [{ n: 0 }, { positives: 0 }, { failures: 1 }])
      assert.ok(!isShown({ ...finding, ...wrong }));
    assert.match(details({ ...finding, positives: 0 }).join(), /cannot see/);
  });
});

describe('chance', () => {
  it('is the same again for the same seed', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return [
        random(),
        random.int(1000),
        random.pick(['a', 'b', 'c']),
        random.part('x')(),
        random.chance(0.5),
      ];
    };
    assert.deepEqual(draw(42), draw(42));
    assert.notDeepEqual(draw(42), draw(43));
  });

  it('of a part does not depend on what other parts took', () => {
    const [one, other] = [createRandom(7), createRandom(7)];
    for (let count = 0; count < 10; count++) one();
    assert.equal(one.part('round 3')(), other.part('round 3')());
  });
});

describe('the words behind npm run prove', () => {
  const all = [goal('G1'), goal('G5-sqlite'), goal('G5-postgres'), goal('G15')];
  const names = (words: string) => readWords(words.split(' '), all, () => 7).goals.map(({ name }) => name);

  it('choose goals, a promise that is shown in two places whole', () => {
    assert.deepEqual(names('G1'), ['G1']);
    assert.deepEqual(names('g5'), ['G5-sqlite', 'G5-postgres']);
    assert.deepEqual(
      readWords([], all, () => 7),
      { goals: all, seed: 7, scale: 1 },
    );
  });

  it('replay a seed', () => {
    const { seed, scale } = readWords(['G1', '--seed', '42', '--scale', '0.01'], all);
    assert.deepEqual([seed, scale], [42, 0.01]);
  });

  it('are refused when they mean nothing', () => {
    for (const words of ['G99', 'G1 --sed 4', 'G1 --seed x', 'G1 --scale 2'])
      assert.throws(() => names(words), words);
  });
});

it('runs two at a time, and those that measure alone afterwards', async () => {
  let running = 0;
  const log: string[] = [];
  await schedule([goal('G16', true), goal('G1'), goal('G2'), goal('G3')], 2, async ({ name }) => {
    running++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} beside ${running - 1}`);
    running--;
  });
  assert.equal(log.length, 4);
  assert.equal(log.at(-1), 'G16 beside 0');
  assert.ok(log.includes('G1 beside 1'));
});
