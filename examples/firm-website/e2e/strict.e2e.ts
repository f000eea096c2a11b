/** Under the strictest policy, inside a hostile theme, without script, without the elements’ code, without a server. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { audit } from './support/audit.ts';
import { clients } from './support/cast.ts';
import { openPortal } from './support/people.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit } from './support/visitor.ts';

const phone = '(360) 555-0142';

let site: Site;
let browser: Browser;

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await site.stop();
});

test('the strict page: the whole portal, and not one violation of the policy', async () => {
  const { page, faults, leave } = await visit(browser, site.url);
  await openPortal(page, clients.joanna, '/strict');
  const nav = page.getByRole('navigation', { name: 'Portal' });
  await nav.getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('link', { name: 'Divorce, Whitfield' }).click();
  await page.getByRole('heading', { name: 'Divorce, Whitfield' }).waitFor();
  await page.getByRole('link', { name: 'Ask about this case' }).click();
  await page.getByRole('checkbox', { name: 'Daniel Vance' }).check();
  await page.getByLabel('Subject').fill('Under a strict policy');
  await page.getByRole('textbox', { name: 'Message' }).fill('Does this still work?');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('Your message was sent').waitFor();
  await nav.getByRole('link', { name: 'Messages' }).click();
  await page.getByRole('link', { name: /The parenting plan/ }).click();
  await page
    .getByRole('button', { name: 'Load earlier messages' })
    .or(page.getByLabel('Your reply'))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You’re signed out.').waitFor();
  assert.deepEqual(faults, []);
  await leave();
});

test('control: what would be a fault is seen as one', async () => {
  const { page, faults, leave } = await visit(browser, site.url);
  await page.goto('/strict');
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  assert.deepEqual(faults, []);
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
    );
    document.body.append(document.createElement('img'));
    setTimeout(() => (document.body.innerHTML += '<b>markup</b>'));
    setTimeout(() => console.error('said in the console'));
    void fetch('/portal-api/v1/nothing');
  });
  await page.waitForResponse(/nothing/);
  await page.waitForTimeout(100);
  const all = faults.join('\n');
  for (const sign of [
    /policy: style-src/,
    /policy: require-trusted-types-for/,
    /uncaught: .*TrustedHTML/,
    /said in/,
    /404 GET/,
  ]) {
    assert.match(all, sign);
  }
  assert.match((await audit(page)).join('\n'), /image-alt/);
  await leave();
});

test('inside the hostile theme every screen is, to the pixel, what it is without', async () => {
  const [hostile, kind] = await Promise.all([visit(browser, site.url), visit(browser, site.url)]);
  // What places the portal on the page is the same in both: the size of a rem, and no margin around the body.
  await kind.page.route('**/theme-legacy.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: 'html { font-size: 62.5% } body { margin: 0 }' }),
  );
  const both = [hostile.page, kind.page];
  const assertSame = async (what: string) => {
    const [inTheme, without] = await Promise.all(both.map(picture));
    assert.ok(inTheme!.equals(without!), what);
  };
  await Promise.all(both.map((page) => page.goto('/portal')));
  await Promise.all(both.map((page) => page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()));
  await assertSame('sign-in');
  await Promise.all(both.map((page) => openPortal(page, clients.joanna)));
  await assertSame('dashboard');
  for (const [place, there] of [
    ['#/cases', 'Divorce, Whitfield'],
    ['#/inbox', 'Welcome'],
    ['#/inbox/new', 'Peter Lindqvist'],
  ] as const) {
    await Promise.all(both.map((page) => page.goto(`/portal${place}`)));
    await Promise.all(both.map((page) => page.getByText(there).first().waitFor()));
    await assertSame(place);
  }
  // Control: without its own styles the portal does look as the theme says.
  const strip = () => document.querySelector('client-portal')!.shadowRoot!.adoptedStyleSheets.splice(0);
  await Promise.all(both.map((page) => page.evaluate(strip)));
  const [inTheme, without] = await Promise.all(both.map(picture));
  assert.ok(!inTheme!.equals(without!));
  await hostile.leave();
  await kind.leave();
});

const picture = async (page: Page): Promise<Buffer> => {
  await page.waitForLoadState('networkidle');
  return page.locator('client-portal').screenshot({ animations: 'disabled', caret: 'hide' });
};

test('without script there are the firm’s words and its telephone', async () => {
  const { page, leave } = await visit(browser, site.url, { javaScriptEnabled: false });
  for (const path of ['/portal', '/my-case', '/strict']) {
    await page.goto(path);
    assert.ok(await page.getByText('If it does not, call us at').isVisible(), path);
    assert.ok(await page.getByRole('main').getByRole('link', { name: phone }).last().isVisible(), path);
  }
  await leave();
});

test('when the elements’ code does not come, the firm’s words stay', async () => {
  const { page, leave } = await visit(browser, site.url);
  await page.route('**/casefront/**', (route) => route.abort());
  await page.goto('/portal');
  await page.waitForTimeout(500);
  assert.ok(await page.getByText('If it does not, call us at').isVisible());
  await leave();
});

test('when the server is not there, the telephone is, and the portal comes with it when it is back', async () => {
  const visitor = await visit(browser, site.url);
  const { page } = visitor;
  await page.route('**/portal-api/**', (route) => route.abort());
  await page.goto('/portal');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  assert.ok(await page.getByRole('main').getByRole('link', { name: phone }).first().isVisible());
  assert.deepEqual(await audit(page), []);
  await page.unroute('**/portal-api/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await visitor.leave();
});
