/** How somebody gets in, is shut out while the page is open, and gets in again. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { audit } from './support/audit.ts';
import { staff } from './support/cast.ts';
import { mails } from './support/mails.ts';
import { part } from './support/part.ts';
import { signIn, signInAtDesk } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit, type Visitor } from './support/visitor.ts';

const client = {
  name: 'Noor Rahimi',
  email: 'noor.rahimi@example.com',
  password: 'seven paper boats on a pond',
};
let site: Site;
let browser: Browser;
let ruth: Visitor;
let noor: Visitor;
const links: string[] = [];

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  [ruth, noor] = await Promise.all([visit(browser, site.url), visit(browser, site.url)]);
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** Does one thing on the client's page at the desk, and waits until the desk says so. */
async function atDesk(act: string, said: string): Promise<void> {
  const { page } = ruth;
  await page.getByRole('button', { name: `${act}: ${client.name}` }).click();
  await page.getByText(said).waitFor();
}

/** The link in the latest mail to the client, once there are `count`. */
async function nextLink(kind: 'invitation' | 'reset'): Promise<string> {
  const pattern = new RegExp(`http\\S+#${kind}=\\S+`);
  const of = (all: Awaited<ReturnType<typeof mails>>) =>
    all.filter(({ to }) => to === client.email).flatMap(({ text }) => pattern.exec(text)?.[0] ?? []);
  for (let tries = 0; tries < 80; tries++) {
    const found = of(await mails(site)).filter((link) => !links.includes(link));
    if (found[0]) {
      links.push(found[0]);
      return found[0];
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  assert.fail(`No ${kind} was mailed`);
}

async function choosePassword(visitor: Visitor, link: string, password: string): Promise<void> {
  const { page } = visitor;
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('heading', { name: `Welcome, ${client.name}` }).waitFor();
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('heading', { name: `Hello, ${client.name}` }).waitFor();
}

part('a client is invited, and invited again: only the newer link works', async () => {
  const { page } = ruth;
  await signInAtDesk(page, staff.ruth);
  await page.getByLabel('Full name').fill(client.name);
  await page.getByLabel('Email address').fill(client.email);
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByText(`${client.name} has been added and sent a link.`).waitFor();
  const first = await nextLink('invitation');
  await page.getByRole('link', { name: client.name }).click();
  await page.getByRole('heading', { name: client.name, exact: true }).waitFor();
  assert.deepEqual(await audit(page), []);
  await atDesk('Send a new link', `A link is on its way to ${client.name}.`);
  const second = await nextLink('invitation');

  const early = await visit(browser, site.url);
  early.expect('410 POST /v1/invitations/look');
  await early.page.goto(first);
  await early.page.getByText('This link no longer works').waitFor();
  await early.leave();
  await choosePassword(noor, second, client.password);
});

part('access is closed while the page is open: the next act says so within two seconds', async () => {
  await ruth.page.reload();
  await atDesk('Close access', `${client.name} can no longer get in.`);
  noor.expect('401 GET /v1/cases');
  noor.expect('401 GET /v1/notifications/counts');
  noor.expect('401 GET /v1/session');
  noor.expect('401 GET /v1/dashboard');
  const { page } = noor;
  const began = performance.now();
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  assert.ok(performance.now() - began < 2_000);
  await page
    .getByText(/signed out|session has ended/i)
    .first()
    .waitFor();
  assert.ok(!(await page.locator('body').innerText()).includes(`Hello, ${client.name}`));

  noor.expect('401 POST /v1/session');
  await signIn(page, client);
  await page.getByText('That email and password don’t match. Please check both and try again.').waitFor();
});

part('access is opened again: a fresh invitation, and a new password', async () => {
  await atDesk('Open access again', `A link is on its way to ${client.name}.`);
  const fresh = await nextLink('invitation');
  const { page } = noor;
  await page.goto('about:blank');
  await page.goto('/portal');
  await signIn(page, client);
  await page.getByText('That email and password don’t match. Please check both and try again.').waitFor();
  await choosePassword(noor, fresh, 'nine copper kettles in a row');
  assert.deepEqual(noor.faults, []);
  assert.deepEqual(ruth.faults, []);
});
