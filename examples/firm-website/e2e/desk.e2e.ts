/** The desk says what an act does to whoever does it, and stays usable where something is not there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { audit } from './support/audit.ts';
import { staff } from './support/cast.ts';
import { signInAtDesk } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit, type Visitor } from './support/visitor.ts';

let site: Site;
let browser: Browser;
let ruth: Visitor;

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  ruth = await visit(browser, site.url, { permissions: ['clipboard-read', 'clipboard-write'] });
  await signInAtDesk(ruth.page, staff.ruth);
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const nav = (page: Page) => page.getByRole('navigation', { name: 'Staff desk' });
const team = (page: Page) => page.getByRole('group', { name: 'Who works on it' });

async function openNewCase(page: Page, title: string): Promise<void> {
  await nav(page).getByRole('link', { name: 'Cases' }).click();
  await page.getByLabel('Title, as the client will read it').fill(title);
  await page.getByRole('button', { name: 'Open case' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

test('who seals a case of another team is asked first, and is then where they may be', async () => {
  const { page } = ruth;
  await openNewCase(page, 'Estate of Brandt');
  await team(page).getByLabel(staff.ruth.name).uncheck();
  await team(page).getByLabel(staff.daniel.name).check();
  await page.getByRole('button', { name: 'Save team' }).click();
  await page.getByText('The team has been changed.').waitFor();

  const question = page.getByRole('dialog', { name: 'Seal this case?' });
  await page.getByRole('button', { name: 'Seal this case' }).click();
  await question.getByText('Once sealed, you will no longer see it.').waitFor();
  assert.deepEqual(await audit(page), []);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Seal this case' }).click();
  await question.getByRole('button', { name: 'Seal it' }).click();

  await page.getByText('Estate of Brandt is sealed').waitFor();
  await page.getByRole('heading', { name: 'Cases' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Estate of Brandt' }).count(), 0);
});

test('whoever is on the team seals without a question, and stays', async () => {
  const { page } = ruth;
  await openNewCase(page, 'Estate of Lund');
  await page.getByRole('button', { name: 'Seal this case' }).click();
  await page.getByText('Only its team sees the case now.').waitFor();
  await page.getByRole('heading', { name: 'Estate of Lund' }).waitFor();
});

test('what is not there leaves the desk around it, and a way on', async () => {
  const { page } = ruth;
  ruth.expect(`404 GET /v1/firm/cases/case_${'0'.repeat(22)}`);
  await page.goto(`/desk#case/case_${'0'.repeat(22)}`);
  await page.getByRole('heading', { name: 'We can’t find this' }).waitFor();
  await nav(page).waitFor();
  await page.getByRole('link', { name: 'See your cases' }).click();
  await page.getByRole('link', { name: 'Estate of Lund' }).waitFor();
});

test('a key without anything it may do is refused at the field; a new one can be copied on a phone', async () => {
  const { page } = ruth;
  await page.setViewportSize({ width: 360, height: 740 });
  await nav(page).getByRole('link', { name: 'Keys' }).click();
  await page.getByLabel('For which system').fill('Clio');
  await page.getByRole('button', { name: 'Make key' }).click();
  await page.getByText('Tick at least one').waitFor();
  await page.getByLabel('Dates').check();
  await page.getByRole('button', { name: 'Make key' }).click();
  const password = page.getByRole('dialog').getByLabel('Password');
  const copy = page.getByRole('button', { name: 'Copy' });
  await password.or(copy).first().waitFor();
  if (await password.isVisible()) {
    await password.fill(staff.ruth.password);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await copy.click();
  await page.getByText('Copied.').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^cf_/);
  const { width, room } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    room: innerWidth,
  }));
  assert.equal(width, room, 'nothing is wider than the screen');
  assert.deepEqual(ruth.faults, []);
});
