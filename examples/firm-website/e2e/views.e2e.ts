/** A member of the firm sees the portal as a client does: what is there, and nothing that could be done. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { audit } from './support/audit.ts';
import { clients, staff } from './support/cast.ts';
import { openPortal, signInAtDesk } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit } from './support/visitor.ts';

const { joanna: client } = clients;
let site: Site;
let browser: Browser;

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** Waits for the bubble that says how many messages are new. */
const unread = (page: Page, count: number) =>
  page
    .getByRole('link', { name: new RegExp(`^Messages\\W*${count}\\b`) })
    .first()
    .waitFor();

test('B12: the desk opens the portal as the client has it, says so, and leaves no trace of having looked', async () => {
  const [daniel, joanna] = await Promise.all([visit(browser, site.url), visit(browser, site.url)]);
  await openPortal(joanna.page, client);
  await unread(joanna.page, 1);

  const { page } = daniel;
  await signInAtDesk(page, staff.daniel);
  await page.getByRole('link', { name: client.name }).click();
  await page.getByRole('button', { name: 'See as this client' }).click();
  await page.getByText(`You see what ${client.name} sees.`).waitFor();
  await page.getByRole('heading', { name: `Hello, ${client.name}` }).waitFor();
  assert.deepEqual(await audit(page), []);
  await unread(page, 1);

  await page
    .getByRole('link', { name: /Messages/ })
    .first()
    .click();
  await page.locator('portal-inbox').getByRole('link').first().click();
  await page.locator('portal-inbox .message').first().waitFor();
  assert.equal(await page.getByRole('button', { name: /Send/ }).count(), 0, 'there is nothing to send with');
  assert.equal(await page.getByRole('link', { name: 'Profile' }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0);
  await joanna.page.reload();
  await joanna.page.getByRole('heading', { name: `Hello, ${client.name}` }).waitFor();
  await unread(joanna.page, 1); // what Daniel read is still new to her

  await page.getByRole('link', { name: 'Back to the desk' }).click();
  await page.getByRole('navigation', { name: 'Staff desk' }).waitFor();
  await page.getByText(staff.daniel.name).first().waitFor();
  assert.deepEqual([...daniel.faults, ...joanna.faults], []);
});
