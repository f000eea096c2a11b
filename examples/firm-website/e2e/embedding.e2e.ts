/** G21: the portal on pages of its own origin, of its site, and of another, in a browser that blocks other sites' cookies. */
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PortalServer } from '@casefront/server-adapter';
import { openBlockingBrowser } from './support/blocking.ts';
import { apiHost, startEmbedded, type Embedded } from './support/embedded.ts';
import { signIn } from './support/people.ts';
import { visit, type Visitor } from './support/visitor.ts';

let browser: Pick<Browser, 'newContext' | 'close'>;
let sameSite: Embedded;
let crossSite: Embedded;

before(async () => {
  browser = await openBlockingBrowser();
  sameSite = await startEmbedded();
  crossSite = await startEmbedded({ embedding: 'cross-site', memoryTokens: true });
});
after(async () => {
  await Promise.all([sameSite.stop(), crossSite.stop()]);
  await browser.close();
});

/** Somebody in front of a browser of their own. */
async function open(context: TestContext, site: Embedded): Promise<Visitor> {
  const visitor = await visit(browser, site.page(apiHost));
  context.after(() => visitor.leave());
  return visitor;
}

const hello = (page: Page) => page.getByRole('heading', { name: 'Hello, Ana Silva' });

async function comeIn(page: Page, { ana }: Embedded, address: string): Promise<void> {
  await page.goto(address);
  await signIn(page, ana);
  await hello(page).waitFor();
}

/** Reads a case, and writes about it. */
async function readAndAct(page: Page): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Portal' });
  await nav.getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('link', { name: 'Petition for residence' }).click();
  await page.getByRole('link', { name: 'Write to Daniel Okafor' }).click();
  await page.getByRole('checkbox', { name: 'Daniel Okafor' }).check();
  await page.getByLabel('Subject').fill('From another page');
  await page.getByRole('textbox', { name: 'Message' }).fill('Does this work here?');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('Your message was sent').waitFor();
}

async function goOut(page: Page, { sessions }: Embedded): Promise<void> {
  const before = await sessions();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You’re signed out.').waitFor();
  assert.equal(await sessions(), before - 1);
}

/** What scripts of the page can get at. */
const kept = (page: Page) =>
  page.evaluate(() => ({ cookie: document.cookie, stored: localStorage.length + sessionStorage.length }));

const places = [
  { name: 'on its own origin', host: apiHost, site: () => sameSite, how: 'cookie' },
  {
    name: 'on another subdomain of its site',
    host: 'www.firm.localhost',
    site: () => sameSite,
    how: 'cookie',
  },
  {
    name: 'on another site, by a partitioned cookie',
    host: 'other.localhost',
    site: () => crossSite,
    how: 'cookie',
  },
  {
    name: 'on another site, by a token in memory',
    host: 'other.localhost',
    site: () => crossSite,
    how: 'memory',
  },
] as const;

for (const { name, host, how, ...place } of places) {
  test(`G21: ${name}: in, read, write, out`, async (context) => {
    const site = place.site();
    const { page, faults } = await open(context, site);
    await comeIn(page, site, site.page(host, how));
    await readAndAct(page);
    assert.deepEqual(await kept(page), { cookie: '', stored: 0 });
    await page.goto(site.page(host, how));
    // What was in memory is gone; that session ends when nobody has used it for long enough.
    if (how === 'memory') await signIn(page, site.ana);
    await hello(page).waitFor();
    await goOut(page, site);
    assert.deepEqual(faults, []);
  });
}

test('G21, the control: a cookie for all sites alike is not sent to another site', async (context) => {
  const site = await startEmbedded({ embedding: 'cross-site', change: unpartitioned });
  context.after(() => site.stop());
  const { page } = await open(context, site);
  await page.goto(site.page('other.localhost'));
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/session'),
    ),
    signIn(page, site.ana),
  ]);
  assert.equal(answer.status(), 200, 'the server lets her in');
  await page.reload();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  assert.equal(await hello(page).count(), 0);
  // Nothing else is in the way: on the server's own origin that cookie does.
  await comeIn(page, site, site.page(apiHost));
  await page.reload();
  await hello(page).waitFor();
});

/** The cookie of a server that knows of no partitions. */
const unpartitioned = (server: PortalServer): PortalServer => ({
  ...server,
  async handle(request) {
    const answer = await server.handle(request);
    const cookie = answer.headers['set-cookie']?.replace('; Partitioned', '');
    return cookie === undefined
      ? answer
      : { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
  },
});

test('what one site has signed in to, no other can use', async (context) => {
  const { page } = await open(context, crossSite);
  await comeIn(page, crossSite, crossSite.page('other.localhost'));
  for (const host of ['third.localhost', apiHost]) {
    await page.goto(crossSite.page(host));
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    assert.equal(await hello(page).count(), 0);
  }
  await page.goto(crossSite.page('other.localhost'));
  await hello(page).waitFor();
});

test('a site that is not on the list gets nowhere', async (context) => {
  const { page } = await open(context, crossSite);
  await comeIn(page, crossSite, crossSite.page('other.localhost'));
  await page.goto(crossSite.page('evil.localhost'));
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  assert.equal(await page.getByLabel('Password', { exact: true }).count(), 0);
});

for (const host of ['www.firm.localhost', 'other.localhost'])
  test(`B43: who is signed in at ${host} is signed in to the portal on its page`, async (context) => {
    const { page, faults } = await open(context, crossSite);
    const before = await crossSite.sessions();
    await page.goto(crossSite.page(host, 'host'));
    await hello(page).waitFor();
    await page.reload();
    await hello(page).waitFor();
    assert.equal(await crossSite.sessions(), before + 1, 'the second time she came with her session');
    await goOut(page, crossSite);
    assert.deepEqual(faults, []);
  });
