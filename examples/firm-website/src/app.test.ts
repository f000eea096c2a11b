import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { firmWebsite, send } from './app.ts';
import type { SentMail } from './outbox.ts';

const mail: SentMail = {
  id: 'm1',
  to: 'ana@example.com',
  subject: 'Harborview Law: <b>hello</b>',
  text: 'Choose a password:\nhttp://localhost:4310/portal#invite=abc\n\n<script>',
  html: '<!doctype html><script>alert(1)</script><p>Hello',
  sentAt: new Date('2026-11-22T12:00:00Z'),
};

const promises = new URL('../../../SECURITY.md', import.meta.url);
const app = firmWebsite({ list: async () => [mail], get: async (id) => (id === mail.id ? mail : undefined) });
app.use((_request, response) => send(response, undefined));
const server = app.listen(0);
const get = async (path: string) =>
  fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`);
const body = async (path: string) => (await get(path)).text();

before(() => new Promise((resolve) => server.once('listening', resolve)));
after(() => new Promise((resolve) => server.close(resolve)));

test('every page is there, and every local link and file that a page names', async () => {
  const seen = new Set(['/']);
  for (const path of seen) {
    const response = await get(path);
    assert.equal(response.status, 200, path);
    if (!response.headers.get('content-type')?.startsWith('text/html') || path.endsWith('/html')) continue;
    const links = (await response.text()).matchAll(/ (?:href|src)="(\/[^"#]*)/g);
    for (const [, link = ''] of links) if (!isMounted(link)) seen.add(link);
  }
  assert.ok(
    seen.has('/practice/injury') && seen.has('/images/people/pl.svg') && seen.has('/theme-legacy.css'),
  );
});

/** What `portal.ts` adds to the site; not part of the app on its own. */
const isMounted = (path: string) => path.startsWith('/casefront/') || path === '/desk.js';

test('no page has script or style of its own: the site holds the policy that it sends', async () => {
  for (const path of [
    '/',
    '/people',
    '/practice/family',
    '/contact',
    '/portal',
    '/my-case',
    '/desk',
    '/outbox',
    '/outbox/m1',
  ]) {
    assert.doesNotMatch(await body(path), /<script(?! type="module" src=)|<style| style=| on\w+=/, path);
  }
  assert.match(
    (await get('/')).headers.get('content-security-policy') ?? '',
    /^default-src 'none'; script-src 'self';/,
  );
});

test('the strict page is the portal under exactly the policy that the portal promises to work with', async () => {
  const strict = await get('/strict');
  const promised = /Content-Security-Policy: (.*)/.exec(await readFile(promises, 'utf8'))?.[1];
  assert.match(
    promised ?? '',
    /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/,
  );
  assert.equal(strict.headers.get('content-security-policy'), promised);
  assert.equal(await strict.text(), await body('/portal'));
});

test('a page can be had dark, and only dark', async () => {
  assert.match(await body('/portal?theme=dark'), /<html lang="en" data-theme="dark">/);
  assert.match(await body('/portal?theme="><script>'), /<html lang="en" data-theme="light">/);
});

test('a mail is shown as text with its links, and its HTML only inside a sandbox', async () => {
  const page = await body('/outbox/m1');
  assert.match(page, /<a href="http:\/\/localhost:4310\/portal#invite=abc">/);
  assert.match(page, /&lt;script&gt;/);
  assert.doesNotMatch(page, /<b>hello/);
  const html = await get('/outbox/m1/html');
  assert.match(html.headers.get('content-security-policy') ?? '', /^default-src 'none';.*; sandbox /);
  assert.equal(await html.text(), mail.html);
});

test('what is not there gets the same friendly page everywhere', async () => {
  for (const path of ['/nowhere', '/practice/maritime', '/outbox/m2', '/outbox/m2/html']) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /There is nothing at this address/, path);
  }
});
