import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as z from 'zod';
import { CursorQuery, pageSize } from './page.ts';
import { StartThread } from './threads.ts';
import {
  Email,
  HexColour,
  Instant,
  line,
  Locale,
  open,
  PlainDate,
  text,
  TimeZone,
  WebUrl,
} from './values.ts';

const takes = (schema: z.ZodType, ...values: unknown[]) => {
  for (const value of values)
    assert.ok(schema.safeParse(value).success, `should take ${JSON.stringify(value)}`);
};
const refuses = (schema: z.ZodType, ...values: unknown[]) => {
  for (const value of values)
    assert.ok(!schema.safeParse(value).success, `should refuse ${JSON.stringify(value)}`);
};

test('an instant is UTC with milliseconds', () => {
  takes(Instant, '2026-03-03T15:00:00.000Z');
  refuses(
    Instant,
    '2026-03-03T15:00:00Z',
    '2026-03-03T15:00:00.000+01:00',
    '2026-02-30T15:00:00.000Z',
    1_772_550_000,
  );
});

test('a plain date is a day that exists', () => {
  takes(PlainDate, '2026-03-03', '2028-02-29');
  refuses(PlainDate, '2026-02-29', '2026-3-3', '03/03/2026', '2026-03-03T00:00:00.000Z');
});

test('a time zone is one that the runtime knows', () => {
  takes(TimeZone, 'America/New_York', 'UTC');
  refuses(TimeZone, 'Mars/Olympus', '', 'A'.repeat(65));
});

test('a language is a tag', () => {
  takes(Locale, 'en', 'es-US', 'zh-Hans');
  refuses(Locale, 'english', 'en_US', '<b>', '');
});

test('a text has whole characters only', () => {
  for (const schema of [line(10), text(10)]) {
    takes(schema, 'a\u{1F600}b');
    refuses(schema, 'a\uD83Db', '\uDE00', 'a\uDE00\uD83D');
  }
  refuses(Email, 'a\uD83D@people.example', '\uDE00@people.example');
});

test('a line does not turn the direction of what stands around it', () => {
  takes(line(20), 'שלום Ana', 'Ana\u200Fא', '\u0645\u0631\u062D\u0628\u0627');
  refuses(line(20), 'Ana \u202Egnp.exe', '\u202Aa', 'a\u2066b\u2069');
  takes(text(20), 'a\u2066b\u2069');
});

test('a colour is six hex digits', () => {
  takes(HexColour, '#1f4b6e', '#ABCDEF');
  refuses(HexColour, '#fff', 'red', '#1f4b6e;background:url(x)');
});

test('a link is http(s) and so safe in an href', () => {
  takes(WebUrl, 'https://firm.example/a?b#c', 'http://localhost:4310');
  refuses(
    WebUrl,
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//firm.example',
    '/path',
    `https://firm.example/${'a'.repeat(2000)}`,
  );
});

test('an email address is normalised before it is checked and compared', () => {
  assert.equal(Email.parse('  ａna@example.com '), 'ana@example.com');
  assert.equal(Email.parse('ana@ｅxample.com'), 'ana@example.com');
  refuses(
    Email,
    'ana',
    'ana@',
    'ana@example',
    'a b@example.com',
    'ana@example.com\nbcc: x',
    `${'a'.repeat(250)}@a.example`,
  );
});

test('a line is trimmed, not empty, not too long, and has no breaks or controls', () => {
  assert.equal(line(5).parse('  hello '), 'hello');
  refuses(line(5), '', '   ', 'hello!', 'a\nb', 'a\tb', 'a\u0000b', 'a\u009bb', 7);
  takes(line(5), 'ñandú', '你好');
});

test('a text keeps its lines and its spaces, and is not only spaces', () => {
  assert.equal(text(20).parse('  one\n\ttwo\r\n'), '  one\n\ttwo\r\n');
  takes(text(20), '<b>not markup</b>', 'مرحبا', '👩‍⚖️');
  refuses(text(20), '', ' \n\t ', 'a\u0007', 'a\u001b[2J', 'a\u007f', 'x'.repeat(21));
});

test('an open set keeps a word that a newer server has added', () => {
  assert.equal(open('done', 'current').parse('paused'), 'paused');
});

test('a page is bounded, whoever asks', () => {
  assert.deepEqual(CursorQuery.parse({}), { limit: pageSize.default });
  assert.deepEqual(CursorQuery.parse({ limit: '100', cursor: 'x' }), { limit: 100, cursor: 'x' });
  refuses(
    CursorQuery,
    { limit: 0 },
    { limit: 101 },
    { limit: 'many' },
    { limit: '0x10' },
    { limit: '1e1' },
    { limit: ' 10' },
    { limit: '' },
    { limit: 1.5 },
    { cursor: 'x'.repeat(401) },
    { page: 2 },
  );
});

test('a message needs a case, at least one recipient, a subject and words', () => {
  const id = (prefix: string) => `${prefix}_0123456789abcdefghijKL`;
  const message = { caseId: id('case'), recipientIds: [id('per')], subject: 'Hello', body: 'Hello' };
  takes(StartThread, message, { ...message, body: 'x'.repeat(20_000) });
  refuses(
    StartThread,
    { ...message, caseId: id('thr') },
    { ...message, recipientIds: [] },
    { ...message, recipientIds: Array.from({ length: 51 }, () => id('per')) },
    { ...message, subject: '\n' },
    { ...message, body: 'x'.repeat(20_001) },
    { ...message, senderId: id('per') },
  );
});
