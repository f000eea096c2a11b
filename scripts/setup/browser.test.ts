import assert from 'node:assert/strict';
import { delimiter, dirname } from 'node:path';
import { test } from 'node:test';
import { findBrowser } from './browser.ts';
import { chromiumFlags } from './chromium-flags.ts';

test('the browser that CHROMIUM_PATH names comes first', () => {
  assert.equal(findBrowser({ CHROMIUM_PATH: '/opt/chrome', PATH: '' }), '/opt/chrome');
});

test('a browser is found on the PATH', (t) => {
  const found = findBrowser({ PATH: process.env['PATH'] });
  if (!found) return t.skip('no browser on this machine');
  assert.equal(findBrowser({ PATH: ['/nowhere', dirname(found)].join(delimiter) }), found);
});

test('the sandbox is off for root only', () => {
  assert.equal(chromiumFlags().includes('--no-sandbox'), process.getuid?.() === 0);
});
