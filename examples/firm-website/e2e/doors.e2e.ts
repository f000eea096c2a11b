/** Getting in, and being let out: sign-in, links that came too early or too late, and two tabs. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { clients, invited, staff } from './support/cast.ts';
import { mailsOnceThere } from './support/mails.ts';
import { comeBack, openPortal, signIn, signInAtDesk } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit, type Visitor } from './support/visitor.ts';

let site: Site;
let browser: Browser;
let joanna: Visitor;

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  joanna = await visit(browser, site.url);
});
afterEach(async () => {
  await joanna.leave();
  assert.deepEqual(joanna.faults, []);
});

/** The link in the words of a mail. */
const invitationIn = (words = ''): string =>
  /http\S+#invitation=\S+/.exec(words)?.[0] ?? assert.fail('There is no link in the mail');

test('F14: a bookmark in the portal leads to the sign-in, and from there to where it points', async () => {
  const { page } = joanna;
  await openPortal(page, clients.joanna);
  const link = await page.getByRole('link', { name: 'Divorce, Whitfield' }).first().getAttribute('href');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You’re signed out.').waitFor();
  await page.goto('about:blank');
  await page.goto(`/portal${link}`);
  await signIn(page, clients.joanna);
  await page.getByRole('heading', { name: 'Divorce, Whitfield' }).waitFor();
  assert.ok(page.url().endsWith(link!));
});

test('a wrong password and an unknown address get the same kind words, and what was typed stays', async () => {
  const { page } = joanna;
  joanna.expect('401 POST /v1/session');
  await page.goto('/portal');
  for (const email of [clients.joanna.email, 'nobody@example.com']) {
    await signIn(page, { name: '', email, password: 'not the password' });
    await page.getByText('That email and password don’t match. Please check both and try again.').waitFor();
    assert.equal(await page.getByLabel('Email address').inputValue(), email);
    await page.getByLabel('Email address').fill('');
  }
  assert.doesNotMatch(await page.locator('main').innerText(), /log ?in|invalid|error 4/i);
});

test('an empty form says what is missing, at the fields', async () => {
  const { page } = joanna;
  await page.goto('/portal');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('group', { name: 'There is a problem' }).waitFor();
  await page.getByRole('link', { name: 'Enter your password' }).click();
  assert.ok(await page.getByLabel('Password', { exact: true }).evaluate((field) => field.matches(':focus')));
});

test('an invitation that has expired says so with the telephone, and sends another link to the same address', async () => {
  const desk = await visit(browser, site.url);
  await signInAtDesk(desk.page, staff.ruth);
  await desk.page.getByRole('button', { name: `Send ${invited.name} a new link` }).click();
  await desk.page.getByText(`${invited.name} has been sent a link.`).waitFor();
  await desk.leave();
  const [mail] = (await mailsOnceThere(site, 1)).toReversed();
  const link = invitationIn(mail?.text);

  assert.equal(await site.interrupt(), 0);
  const database = new DatabaseSync(join(site.folder, 'portal.db'));
  database.exec(`update links set expires_at = '2020-01-01T00:00:00.000Z' where used_at is null`);
  database.close();
  await site.restart();

  const { page } = joanna;
  joanna.expect('410 POST /v1/invitations/look');
  await page.goto(link);
  await page.getByText('This link no longer works').waitFor();
  await page.getByText('we’ll send a new link to the same email address').waitFor();
  assert.ok((await page.getByRole('main').getByRole('link', { name: '(360) 555-0142' }).count()) >= 1);
  await page.getByRole('button', { name: 'Send me a new link' }).click();
  await page.getByText('a new one is on its way to the same address').waitFor();
  const [newest] = (await mailsOnceThere(site, 2)).toReversed();
  await page.goto('about:blank');
  await page.goto(invitationIn(newest?.text));
  await page.getByRole('heading', { name: `Welcome, ${invited.name}` }).waitFor();
});

test('signing out in one tab is signing out in the other', async () => {
  const { page } = joanna;
  await page.clock.install();
  await openPortal(page, clients.joanna);
  const other = await page.context().newPage();
  await other.goto('/portal');
  await other.getByRole('heading', { name: `Hello, ${clients.joanna.name}` }).waitFor();
  await other.getByRole('button', { name: 'Sign out' }).click();
  await other.getByText('You’re signed out.').waitFor();
  await comeBack(page);
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  assert.ok(!(await page.locator('body').innerText()).includes('Divorce, Whitfield'));
});

test('what is read in one tab is read in the other', async () => {
  const { page } = joanna;
  await page.clock.install();
  await openPortal(page, clients.joanna);
  const unread = page
    .getByRole('navigation', { name: 'Portal' })
    .getByRole('link', { name: /Messages \d new/ });
  await unread.waitFor();
  const other = await page.context().newPage();
  await other.goto('/portal#/inbox');
  await other.getByRole('link', { name: /The parenting plan/ }).click();
  await other.getByRole('link', { name: 'Messages', exact: true }).waitFor();
  await comeBack(page);
  await unread.waitFor({ state: 'detached' });
});
