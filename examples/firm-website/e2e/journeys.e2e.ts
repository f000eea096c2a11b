/** The same way on a telephone, with the keyboard alone, in Spanish, and through single elements. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { audit } from './support/audit.ts';
import { clients } from './support/cast.ts';
import { arriveAt, tabTo } from './support/keyboard.ts';
import { openPortal, signIn } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit } from './support/visitor.ts';

let site: Site;
let browser: Browser;

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** Nothing on the page is wider than the screen (WCAG 1.4.10). */
const assertFits = async (page: Page) =>
  assert.ok(await page.evaluate(() => document.scrollingElement!.scrollWidth <= innerWidth), page.url());

test('on a telephone: the navigation is a bar at the foot of the screen, and nothing is too wide', async () => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const { page, faults, leave } = await visit(browser, site.url, phone);
  await openPortal(page, clients.joanna);
  const nav = page.getByRole('navigation', { name: 'Portal' });
  const { y, height } = (await nav.boundingBox())!;
  assert.equal(Math.round(y + height), 740, 'it stands at the foot');
  for (const link of await nav.getByRole('link').all()) assert.ok((await link.boundingBox())!.height >= 44);
  await assertFits(page);

  await nav.getByRole('link', { name: 'Cases' }).tap();
  await page.getByRole('link', { name: 'Divorce, Whitfield' }).tap();
  await page.getByRole('heading', { name: 'Divorce, Whitfield' }).waitFor();
  await assertFits(page);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight)); // where the bar covers nothing
  assert.deepEqual(await audit(page), []);

  await page.getByRole('link', { name: 'Ask about this case' }).tap();
  await page.getByRole('checkbox', { name: 'Daniel Vance' }).check();
  await page.getByLabel('Subject').fill('Wednesday');
  await page.getByRole('textbox', { name: 'Message' }).fill('Who picks the girls up on Wednesday?');
  await assertFits(page);
  await page.getByRole('button', { name: 'Send message' }).tap();
  await page.getByText('Your message was sent').waitFor();
  await assertFits(page);
  assert.deepEqual(await audit(page), []);
  assert.deepEqual(faults, []);
  await leave();
});

test('with the keyboard alone: sign in, open the case, write, and see the focus all the way', async () => {
  const { page, faults, leave } = await visit(browser, site.url);
  const { joanna } = clients;
  await page.goto('/portal');
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await tabTo(page, 'Email address');
  await page.keyboard.type(joanna.email);
  await tabTo(page, 'Password');
  await page.keyboard.type(joanna.password);
  await page.keyboard.press('Enter');
  await arriveAt(page, `Hello, ${joanna.name}`);

  await tabTo(page, /^Divorce, Whitfield/);
  await page.keyboard.press('Enter');
  await arriveAt(page, 'Divorce, Whitfield');
  await tabTo(page, 'Ask about this case');
  await page.keyboard.press('Enter');
  await arriveAt(page, 'New message');
  await tabTo(page, /^Peter Lindqvist/);
  await page.keyboard.press('Space');
  await tabTo(page, 'Subject');
  await page.keyboard.type('From the keyboard');
  await tabTo(page, 'Message');
  await page.keyboard.type('Can you hear the keys?');
  await tabTo(page, 'Send message');
  await page.keyboard.press('Enter');
  await page.getByText('Your message was sent').waitFor();
  assert.deepEqual(faults, []);
  await leave();
});

test('in Spanish: a client whose language it is reads Spanish, and so does a screen reader', async () => {
  const { page, faults, leave } = await visit(browser, site.url);
  const { elena } = clients;
  await page.goto('/portal');
  await signIn(page, elena);
  await page.getByRole('heading', { name: `Hola, ${elena.name}` }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Sus casos' }).evaluate(spokenIn), 'es');
  await page.getByRole('link', { name: 'Casos', exact: true }).click();
  await page.getByRole('link', { name: 'Green card for Elena Duarte' }).click();
  await page.getByRole('heading', { name: 'Su equipo legal' }).waitFor();
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Mensajes' }).click();
  await page.getByRole('link', { name: 'La entrevista' }).click();
  await page.getByLabel('Su respuesta').fill('Gracias, Inés.');
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await page.getByText('Su mensaje se envió').waitFor();
  assert.deepEqual(await audit(page), []);
  assert.deepEqual(faults, []);
  await leave();
});

test('single elements between the firm’s words: one sign-in for all, and links that lead into the portal', async () => {
  const { page, faults, leave } = await visit(browser, site.url);
  await page.goto('/my-case');
  await signIn(page, clients.joanna);
  await page.getByRole('heading', { name: 'Your cases' }).waitFor();
  await page.getByRole('heading', { name: 'Messages' }).waitFor();
  assert.ok(await page.getByText('Cases are quiet for long stretches.').isVisible());
  assert.deepEqual(await audit(page), []);
  await page.getByRole('link', { name: /^Divorce, Whitfield/ }).click();
  await page.getByRole('heading', { name: 'Divorce, Whitfield' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/portal');
  assert.deepEqual(faults, []);
  await leave();
});

/** Runs in the page: the language that an element is marked with, through all shadow roots. */
function spokenIn(element: Element): string | undefined {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang')!;
  }
  return undefined;
}
