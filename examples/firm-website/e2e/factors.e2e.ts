/** The second step of signing in, as a person meets it: an app, a passkey, a recovery code; and being asked again. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { audit } from './support/audit.ts';
import { clients, staff } from './support/cast.ts';
import { part } from './support/part.ts';
import { openPortal, signIn, signInAtDesk } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit, type Visitor } from './support/visitor.ts';

const { joanna: person, elena } = clients;
let site: Site;
let browser: Browser;
let joanna: Visitor;
/** What her telephone and her drawer keep. */
let app: TOTP;
let recovery: string[];

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  joanna = await visit(browser, site.url);
  await addAuthenticator(joanna);
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** A device that has the person's finger on it whenever it asks. */
async function addAuthenticator({ page }: Visitor): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const home = ({ page }: Visitor) => page.getByRole('heading', { name: `Hello, ${person.name}` }).waitFor();

async function openFactors({ page }: Visitor): Promise<void> {
  await page.getByRole('link', { name: 'Profile' }).first().click();
  await page.getByRole('button', { name: 'Change: Second step when you sign in' }).click();
  await page.getByRole('heading', { name: 'Second step when you sign in' }).waitFor();
}

/** Signs out, and in again as far as the password leads. */
async function passwordOnly({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You’re signed out.').waitFor();
  await page.goto('/portal');
  await signIn(page, person);
  await page.getByText('Your password is right. Now show us that it’s really you.').waitFor();
}

/** A code that the app has not shown yet: each is good once. */
async function nextCode(): Promise<string> {
  const last = app.generate();
  const wait = app.period * 1000 - (Date.now() % (app.period * 1000)) + 50;
  await new Promise((later) => setTimeout(later, wait));
  const next = app.generate();
  assert.notEqual(next, last);
  return next;
}

part('F13: a client adds an authenticator app, and keeps the recovery codes', async () => {
  const { page } = joanna;
  await openPortal(page, person);
  await openFactors(joanna);
  assert.deepEqual(await audit(page), []);
  await page.getByRole('button', { name: 'Set up: Authenticator app' }).click();
  const key = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  app = new TOTP({ secret: key });
  assert.deepEqual(await audit(page), []);

  joanna.expect('422 POST /v1/factors/totp/confirm');
  await page.getByLabel('Code from the app').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByText('That code didn’t work.').first().waitFor();
  await page.getByLabel('Code from the app').fill(app.generate());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
  recovery = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  assert.ok(recovery.length >= 8);
  await page.getByRole('button', { name: 'I’ve kept them' }).click();
  await page.getByText(`${recovery.length} codes left`).waitFor();
});

part('the password alone leads nowhere after that: neither the pages nor the server', async () => {
  const { page } = joanna;
  await passwordOnly(joanna);
  assert.deepEqual(await audit(page), []);
  joanna.expect('401 GET /v1/cases');
  const status = await page.evaluate(async () => (await fetch('/portal-api/v1/cases')).status);
  assert.equal(status, 401);
  await page.getByLabel('Code from your authenticator app').fill(await nextCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await home(joanna);
});

part('a recovery code lets in who has lost the phone, once', async () => {
  const { page } = joanna;
  joanna.expect('422 POST /v1/session/confirm/code');
  for (const [code, works] of [
    [recovery[0]!, true],
    [recovery[0]!, false],
    [recovery[1]!, true],
  ] as const) {
    if (await page.getByRole('button', { name: 'Sign out' }).isVisible()) {
      await passwordOnly(joanna);
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
    }
    await page.getByLabel('Recovery code').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await (works ? home(joanna) : page.getByText('That code didn’t work').first().waitFor());
  }
});

part('a passkey is added, and signs in without a password', async () => {
  const { page } = joanna;
  await openFactors(joanna);
  await page.getByText(`${recovery.length - 2} codes left`).waitFor();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name for this passkey').fill('Kitchen tablet');
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByText('Passkey: Kitchen tablet').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You’re signed out.').waitFor();
  await page.goto('/portal');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await home(joanna);
});

part(
  'F13: a firm that asks for a second step leads everybody through setting one up, and lets nobody past it',
  async () => {
    const ruth = await visit(browser, site.url);
    const other = await visit(browser, site.url);
    await signInAtDesk(ruth.page, staff.ruth);
    await ruth.page.getByRole('link', { name: 'Settings' }).click();
    await ruth.page
      .getByLabel('Who has to have a second step when signing in')
      .selectOption({ label: 'Members of the firm and clients' });
    ruth.expect('401 GET /v1/firm/settings');
    await ruth.page.getByRole('button', { name: 'Save settings' }).click();
    // She is the first to whom it applies.
    await ruth.page.getByRole('heading', { name: 'Add a second step' }).waitFor();

    await other.page.goto('/portal');
    await signIn(other.page, elena);
    // Elena reads Spanish.
    await other.page.getByRole('heading', { name: 'Añada un segundo paso' }).waitFor();
    assert.deepEqual(await audit(other.page), []);
    await other.page.getByRole('button', { name: 'Usar una aplicación de autenticación' }).click();
    const key = (await other.page.locator('.secret').innerText()).replaceAll(' ', '');
    await other.page.getByLabel('Código de la aplicación').fill(new TOTP({ secret: key }).generate());
    await other.page.getByRole('button', { name: 'Activar' }).click();
    await other.page.getByRole('heading', { name: 'Guarde sus códigos de recuperación' }).waitFor();
    await other.page.getByRole('button', { name: 'Los he guardado' }).click();
    await other.page.getByRole('heading', { name: `Hola, ${elena.name}` }).waitFor();
    assert.deepEqual([...ruth.faults, ...other.faults], []);
    await Promise.all([ruth.leave(), other.leave()]);
  },
);

part('nothing went wrong in the browser', () => assert.deepEqual(joanna.faults, []));
