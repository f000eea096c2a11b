import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../locales/i18n.ts';
import { formatMoney } from './money.ts';

const i18n = createI18n();
const said = (amount: number, currency = 'USD') => formatMoney(i18n, { amount, currency });

test('minor units are placed by the currency', () => {
  assert.equal(said(123_450), '$1,234.50');
  assert.equal(said(5), '$0.05');
  assert.equal(said(0), '$0.00');
  assert.equal(said(1_234, 'JPY'), '¥1,234');
  assert.match(said(1_234, 'KWD'), /1\.234/);
});

test('what is owed back is negative', () => {
  assert.equal(said(-7), '-$0.07');
});

test('no cent is lost where floating point would lose it', () => {
  assert.equal(said(Number.MAX_SAFE_INTEGER), '$90,071,992,547,409.91');
});

test('a currency that is none is written out', () => {
  assert.equal(said(123_450, 'doubloons'), '1234.50 doubloons');
});
