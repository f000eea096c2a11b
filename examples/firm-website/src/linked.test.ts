import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from './html.ts';
import { linked } from './linked.ts';

test('addresses become links and the full stop after one stays outside', () => {
  assert.equal(
    String(html`${linked('Open http://localhost:4310/portal#invite=a&b. Thanks')}`),
    'Open <a href="http://localhost:4310/portal#invite=a&amp;b">http://localhost:4310/portal#invite=a&amp;b</a>. Thanks',
  );
});

test('other schemes and markup stay text', () => {
  assert.equal(String(html`${linked('javascript:alert(1) <b>')}`), 'javascript:alert(1) &lt;b&gt;');
});
