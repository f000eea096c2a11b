import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems } from '@casefront/core/contract';
import type { Catalog } from './english.ts';
import { createI18n } from './i18n.ts';
import es from './es.json' with { type: 'json' };
import { catalogs, fetchedLater, known, neededBy, saidIn, sources } from './testing/usage.ts';

const english: Catalog = Object.assign({}, ...catalogs.values());
const others: Readonly<Record<string, Catalog>> = { es };
const placeholders = (words: string) =>
  [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted((a, b) => a.localeCompare(b));

for (const [language, words] of Object.entries(others)) {
  test(`${language} has exactly the keys of English`, () => {
    assert.deepEqual(Object.keys(words).toSorted(), Object.keys(english).toSorted());
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
  const i18n = createI18n({ catalog: english });
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

test('no key is in two catalogs', () => {
  const keys = [...catalogs.values()].flatMap((words) => Object.keys(words));
  assert.deepEqual(keys, [...new Set(keys)]);
});

test('no words are there that nobody says', () => {
  const said = new Set(sources.flatMap((file) => [...saidIn(file)]));
  assert.deepEqual(
    [...known].filter((key) => !said.has(key)),
    [],
  );
});

test('whatever an element may say has come with it', () => {
  const defined = sources.filter((file) => /^define\/(?!define\.ts$)/.test(file));
  const entries = [...defined.map((entry) => ({ entry, by: entry })), ...fetchedLater()];
  assert.ok(entries.some(({ entry }) => entry === 'session/link-steps.ts'));
  for (const { entry, by } of entries) {
    const brought = [...neededBy(entry).brought, ...neededBy(by).brought];
    const here = Object.assign({}, ...brought.map((name) => catalogs.get(name)!)) as Catalog;
    const missing = neededBy(entry).keys.filter((key) => !(key in here) && !(`${key}_other` in here));
    assert.deepEqual(missing, [], `${entry} has ${brought.join(' and ')}`);
  }
});

test('that check sees a catalog that is not brought', () => {
  const { keys, brought } = neededBy('inbox/thread-list.ts');
  assert.deepEqual(brought, ['en.json', 'en.writing.json']);
  assert.ok(keys.some((key) => key.startsWith('inbox.')));
});
