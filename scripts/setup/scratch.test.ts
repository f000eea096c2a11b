import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { useScratch } from './scratch.ts';

test('temporary files go to a folder of their own, which is gone in the end', (t) => {
  const outer = process.env['TMPDIR'];
  t.after(() => (outer === undefined ? delete process.env['TMPDIR'] : (process.env['TMPDIR'] = outer)));
  const scratch = useScratch();
  assert.equal(tmpdir(), scratch.folder);
  writeFileSync(join(scratch.folder, 'left-behind'), '');
  scratch.remove();
  assert.ok(!existsSync(scratch.folder));
});
