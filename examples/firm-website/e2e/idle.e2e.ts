/** A session that nobody uses, by a clock that the test turns: on the server and in the browser alike. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { audit } from './support/audit.ts';
import { startClocked, type ClockedSite } from './support/clocked.ts';
import { openBrowser, visit } from './support/visitor.ts';

let site: ClockedSite;
let browser: Browser;

before(async () => {
  [site, browser] = await Promise.all([startClocked(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** Lets the time pass on both sides, a quarter of a minute at a time, as it does. */
async function pass(page: Page, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 15) {
    const some = Math.min(15, left);
    site.portal.clock.pass(some);
    await page.clock.runFor(some * 1000);
  }
}

test('F11: warns two minutes before, stays for one press with what was typed, and signs out in the end', async () => {
  const ana = await site.firm.addClient('Ana Silva');
  const daniel = await site.firm.addStaff('Daniel Okafor');
  await site.firm.addCase({ title: 'Silva', team: [daniel], clients: [ana] });
  const { page, faults, leave, expect } = await visit(browser, site.url);
  const [name = '', value = ''] = ana.cookie!.split('=');
  await page.context().addCookies([{ name, value, url: site.url, httpOnly: true }]);
  await page.clock.install({ time: site.portal.clock() });
  await page.goto('/portal#/inbox/new');
  await page.getByRole('textbox', { name: 'Message' }).fill('What about the');

  const warning = page.getByRole('dialog');
  await pass(page, 26 * 60);
  assert.equal(await warning.count(), 0, 'not before its time');
  await pass(page, 90);
  await warning.waitFor();
  assert.deepEqual(await audit(page), []);
  await warning.getByRole('button', { name: /Stay/ }).click();
  await warning.waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('textbox', { name: 'Message' }).inputValue(), 'What about the');

  await pass(page, 20 * 60);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  // The page asks by itself whether there is news, and that keeps nobody signed in.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect('401 GET /v1/session');
  await pass(page, 11 * 60);
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await page
    .getByText(/signed you out|session has ended|signed out/i)
    .first()
    .waitFor();
  assert.equal(await page.getByText('What about the').count(), 0);
  await assert.rejects(ana.portal.session.get(), /signed out/);
  assert.deepEqual(
    faults.filter((fault) => !fault.startsWith('401')),
    [],
  );
  await leave();
});
