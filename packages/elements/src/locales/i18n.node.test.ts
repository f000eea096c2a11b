import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addEnglish, type Key } from './english.ts';
import { errorMessage } from './errors.ts';
import writing from './en.writing.json' with { type: 'json' };
import { issueMessage } from './issues.ts';
import { createI18n } from './i18n.ts';
import { loadI18n, negotiate } from './load.ts';

test('names and numbers are filled in, numbers as the locale writes them', () => {
  assert.equal(createI18n().t('dashboard.title', { name: 'María' }), 'Hello, María');
  assert.equal(createI18n().t('common.max', { max: 12_345 }), '12,345+');
  assert.equal(createI18n({ locale: 'de' }).t('common.max', { max: 12_345 }), '12.345+');
});

test('what is filled in is not read for names again', () => {
  assert.equal(createI18n().t('dashboard.title', { name: '{name} $& {count}' }), 'Hello, {name} $& {count}');
});

test('the count chooses the plural, by the rules of the language', () => {
  const i18n = createI18n();
  assert.equal(i18n.t('dashboard.more-actions', { count: 1 }), 'and 1 more thing to do');
  assert.equal(i18n.t('dashboard.more-actions', { count: 0 }), 'and 0 more things to do');
  const polish = createI18n({
    locale: 'pl',
    catalog: { 'nav.new_one': 'J', 'nav.new_few': 'F', 'nav.new_many': 'M' },
  });
  assert.deepEqual(
    [1, 3, 5].map((count) => polish.t('nav.new', { count })),
    ['J', 'F', 'M'],
  );
});

test('a million in Spanish, whose plural “many” we do not translate, reads as the others', async () => {
  const i18n = await loadI18n(['es']);
  assert.equal(i18n.t('nav.new', { count: 1_000_000 }), '1,000,000 nuevos');
});

test('pieces keep what is not text', () => {
  const link = { href: 'tel:5550100' };
  assert.deepEqual(createI18n().rich('error.call', { firm: 'Harborview Law', phone: link }), [
    'Need help? Call ',
    'Harborview Law',
    ' at ',
    link,
    '.',
  ]);
});

test('the firm’s words win, then the language, then English', () => {
  const i18n = createI18n({
    locale: 'es',
    catalog: { 'nav.cases': 'Casos', 'nav.inbox': 'Mensajes' },
    overrides: { 'nav.cases': 'Asuntos' },
  });
  assert.deepEqual(
    [i18n.t('nav.cases'), i18n.t('nav.inbox'), i18n.t('nav.sign-out')],
    ['Asuntos', 'Mensajes', 'Sign out'],
  );
});

test('a firm may replace a plural by one sentence', () => {
  const i18n = createI18n({ overrides: { 'nav.new': 'News' } });
  assert.equal(i18n.t('nav.new', { count: 1 }), 'News');
});

test('a key nobody knows is shown as it is, and has() says so', () => {
  assert.equal(createI18n().t('no.such.key' as Key), 'no.such.key');
  assert.equal(createI18n().has('no.such.key'), false);
  assert.equal(createI18n().has('toString'), false);
  assert.equal(createI18n().has('nav.new'), true, 'a plural is there by its stem');
});

test('dates and money are formatted for the region of the firm unless the tag has its own', () => {
  assert.equal(createI18n({ locale: 'es', catalog: {} }).locale, 'es-US');
  assert.equal(createI18n({ locale: 'es-MX', catalog: {} }).locale, 'es-MX');
  assert.equal(createI18n({ locale: 'en', region: 'CA' }).locale, 'en-CA');
  assert.equal(createI18n({ locale: 'en', region: 'nowhere' }).locale, 'en');
});

test('a tag that is none, or a zone that is none, does not break a page', () => {
  for (const locale of ['', 'english!', 'e', '_', '12', 'en_US', undefined]) {
    assert.equal(createI18n({ locale }).t('nav.new', { count: 2 }), '2 new', locale);
  }
  assert.doesNotThrow(() => createI18n({ timeZone: 'Mars/Olympus' }));
});

test('the first wanted language that we have is taken', () => {
  assert.deepEqual(negotiate([null, 'fr-CA', 'es-MX', 'en']), { language: 'es', locale: 'es-MX' });
  assert.deepEqual(negotiate(['!!', undefined, 'constructor']), { language: 'en', locale: 'en' });
  assert.deepEqual(negotiate([]), { language: 'en', locale: 'en' });
});

test('Spanish arrives when it is wanted', async () => {
  const i18n = await loadI18n(['es-US', 'en'], { timeZone: 'America/Chicago' });
  assert.deepEqual([i18n.language, i18n.direction, i18n.timeZone], ['es-US', 'ltr', 'America/Chicago']);
  assert.equal(i18n.t('nav.sign-out'), 'Cerrar sesión');
});

test('Arabic reads from right to left', () => {
  assert.equal(createI18n({ locale: 'ar', catalog: {} }).direction, 'rtl');
  assert.equal(createI18n({ locale: 'arn', catalog: {} }).direction, 'ltr', 'Mapudungun is not Arabic');
});

test('an error is a sentence with a next step, whatever was thrown', () => {
  const i18n = createI18n();
  assert.match(errorMessage(i18n, { code: 'network' }), /internet connection/);
  for (const thrown of [
    new Error('boom'),
    undefined,
    null,
    'text',
    { code: 'from.a.newer.server' },
    { code: 7 },
  ]) {
    assert.equal(errorMessage(i18n, thrown), i18n.t('errors.unknown'));
  }
});

test('how long to wait is said in seconds or minutes', () => {
  const wait = (retryAfter?: number) => errorMessage(createI18n(), { code: 'rate.limited', retryAfter });
  assert.match(wait(30), /wait 30 seconds,/);
  assert.match(wait(61), /wait 2 minutes,/);
  assert.match(wait(), /wait 1 minute,/);
});

test('a refused field has words for its code', () => {
  const i18n = createI18n({ catalog: writing });
  assert.equal(issueMessage(i18n, { path: ['subject'], code: 'too_big' }), 'This is too long');
  assert.equal(issueMessage(i18n, { path: ['subject'], code: 'brand_new' }), 'Please check this answer');
});

test('a section brings its words, also to those who speak already', () => {
  const i18n = createI18n();
  const key = 'section.that-came-later' as Key;
  assert.equal(i18n.has(key), false);
  const words = { [key]: 'Here I am' };
  addEnglish(words);
  addEnglish(words);
  assert.equal(i18n.t(key), 'Here I am');
});
