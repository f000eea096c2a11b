import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at } from '../lib/workspace.ts';
import { readBudget } from '../size/budget.ts';
import { measureEntry } from '../size/measure.ts';

test('the README says what the headless client weighs', async () => {
  const said = [...readFileSync(at('README.md'), 'utf8').matchAll(/([\d.]+) kB/g)].map(([, kB]) =>
    Number(kB),
  );
  const { bytes } = await measureEntry('headless client', readBudget().entries['headless client']!);
  assert.deepEqual(said, [Math.round(bytes / 1000)]);
});
