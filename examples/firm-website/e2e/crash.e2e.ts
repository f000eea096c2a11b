/** The server dies while a message is being sent. Nothing is lost, and nothing is there twice. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { clients, staff } from './support/cast.ts';
import { mailsOnceThere } from './support/mails.ts';
import { openPortal } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit, type Visitor } from './support/visitor.ts';

const sends = '**/portal-api/v1/threads';

let site: Site;
let browser: Browser;
let joanna: Visitor;

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  joanna = await visit(browser, site.url);
  await openPortal(joanna.page, clients.joanna);
});
after(async () => {
  await browser.close();
  await site.stop();
});

async function compose(page: Page, subject: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Messages' }).click();
  await page.getByRole('link', { name: 'New message' }).first().click();
  await page.getByRole('checkbox').first().check();
  await page.getByLabel('Subject').fill(subject);
  await page.getByRole('textbox', { name: 'Message' }).fill('Did this reach you?');
}

/** Sends, with the server dying as `die` says; then starts it again and tries again. */
async function sendThrough(page: Page, subject: string, die: (route: Route) => Promise<void>): Promise<void> {
  await compose(page, subject);
  await page.route(sends, die, { times: 1 });
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('Not sent').waitFor();
  assert.equal(await page.getByLabel('Subject').inputValue(), subject, 'nothing that was typed is lost');
  await site.restart();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Your message was sent').waitFor();
}

/** How often a conversation is in the list. */
async function conversations(page: Page, subject: string): Promise<number> {
  await page.goto('/portal#/inbox');
  await page.getByRole('link', { name: subject }).first().waitFor();
  return page.getByRole('link', { name: subject }).count();
}

test('killed when the message was kept but its answer was not heard: it is there once', async () => {
  const { page } = joanna;
  await sendThrough(page, 'Kept, and never heard', async (route) => {
    const answer = await route.fetch();
    assert.equal(answer.status(), 200, 'control: the server has kept it');
    await site.kill();
    await route.abort('connectionreset');
  });
  assert.equal(await conversations(page, 'Kept, and never heard'), 1);
});

test('killed while the message is on its way: it is there once', async () => {
  const { page } = joanna;
  await sendThrough(page, 'Cut off on the way', async (route) => {
    void route.fetch().catch(() => {}); // nobody will hear whether it came through
    await site.kill();
    await route.abort('connectionreset');
  });
  assert.equal(await conversations(page, 'Cut off on the way'), 1);
});

test('whoever was written to was mailed once for each', async () => {
  assert.equal(await site.interrupt(), 0, 'it ends in its own order');
  // A mail that the server was sending when it died is another's to send after ten minutes: those have passed now.
  const database = new DatabaseSync(join(site.folder, 'portal.db'));
  database.exec('update mails set lease_until = null');
  database.close();
  await site.restart();
  const told = (await mailsOnceThere(site, 2)).map(({ to }) => to);
  assert.deepEqual(told, [staff.daniel.email, staff.daniel.email]);
});

test('nothing else went wrong in the browser', () => assert.deepEqual(joanna.faults, []));
