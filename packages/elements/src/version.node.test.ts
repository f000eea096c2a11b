import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../package.json' with { type: 'json' };
import { version } from './version.ts';

test('the version that elements warn with is that of the package', () => {
  assert.equal(version, manifest.version);
});
