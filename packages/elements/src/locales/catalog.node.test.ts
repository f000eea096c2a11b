import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { problems } from '@casefront/core/contract';
import { createI18n, type Catalog } from './i18n.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

const english: Catalog = en;
const others: Readonly<Record<string, Catalog>> = { es };
const placeholders = (words: string) =>
  [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted((a, b) => a.localeCompare(b));

for (const [language, words] of Object.entries(others)) {
  test(`${language} has exactly the keys of English, in the same order`, () => {
    assert.deepEqual(Object.keys(words), Object.keys(english));
  });

  test(`${language} fills in the same names as English`, () => {
    for (const [key, text] of Object.entries(words)) {
      assert.deepEqual(placeholders(text), placeholders(english[key]!), key);
    }
  });

  test(`${language} is translated`, () => {
    const same = Object.keys(words).filter((key) => words[key] === english[key]);
    const untranslated = same.filter((key) =>
      /\p{L}/u.test(words[key]!.replace(/\{\w+\}|Portal|Error/g, '')),
    );
    assert.deepEqual(untranslated, []);
  });
}

test('no words are empty, padded, or in typewriter quotes', () => {
  for (const words of [english, ...Object.values(others)]) {
    for (const [key, text] of Object.entries(words)) assert.match(text, /^\S(?:[^"']*\S)?$/, key);
  }
});

test('every plural has its one and its other', () => {
  for (const key of Object.keys(english)) {
    const [, stem, suffix] = /^(.*)_(\w+)$/.exec(key) ?? [];
    if (stem) assert.ok(`${stem}_${suffix === 'one' ? 'other' : 'one'}` in english, key);
  }
});

test('the words are those people use, not ours', () => {
  const banned =
    /\b(log[ -]?(in|out)|invalid|matters?|error \d+|remit|e-mail|failed|null|undefined|please note|kindly)\b/i;
  assert.match('Log in to see your matter', banned);
  for (const [key, text] of Object.entries(english)) assert.doesNotMatch(text, banned, key);
  const informal = /\b(tú|tu|tus|tienes|puedes|inicia|escribe|elige|vosotros|loguear|clickear|matricular)\b/i;
  assert.match('Escribe tu correo', informal);
  for (const [key, text] of Object.entries(es)) {
    if (key !== 'steps.upcoming') assert.doesNotMatch(text.replace('mensaje se envió', ''), informal, key);
  }
});

test('every code that a server answers with has a sentence for a person', () => {
  const ours = [
    'request.malformed',
    'request.credentials',
    'request.media-type',
    'method.not-allowed',
    'server.failed',
  ];
  const i18n = createI18n();
  const silent = Object.keys(problems).filter((code) => !i18n.has(`errors.${code}`));
  assert.deepEqual(
    silent.toSorted(),
    ours.toSorted(),
    'those that are our fault read “something went wrong on our side”',
  );
});

test('every error names a next step', () => {
  const step = /try|please|sign in|check|go back|call|reload|choose|wait|make it|ask us|go to/i;
  for (const [key, text] of Object.entries(english))
    if (key.startsWith('errors.')) assert.match(text, step, key);
});

test('every key that the elements name exists', () => {
  const i18n = createI18n();
  for (const file of globSync('**/*.ts', { cwd: new URL('..', import.meta.url) })) {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    if (file.endsWith('.test.ts')) continue;
    for (const [, key] of text.matchAll(/\b(?:t|rich)\('([\w.-]+)'/g))
      assert.ok(i18n.has(key!), `${key} in ${file}`);
  }
});
