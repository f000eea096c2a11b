/** The README, done as it says: every block of code, in one project, in the order in which a reader needs them. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { build } from 'esbuild';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { part } from '../../examples/firm-website/e2e/support/part.ts';
import { signIn } from '../../examples/firm-website/e2e/support/people.ts';
import { openBrowser, visit, type Visitor } from '../../examples/firm-website/e2e/support/visitor.ts';
import { at } from '../lib/workspace.ts';
import { ensureBrowserFiles } from '../setup/browser-files.ts';
import { Blocks } from './blocks.ts';
import { freePort } from './free-port.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { Project } from './project.ts';

const readme = readFileSync(at('README.md'), 'utf8');
const blocks = new Blocks(readme);
const ana = { name: 'Ana Silva', email: 'ana@example.com', password: 'lighthouse kettle gravel' };

let project: Project;
let mailbox: Mailbox;
let browser: Browser;
let port: number;
let adminLink: string;
let key: string;

before(async () => {
  [mailbox, browser, port] = await Promise.all([
    openMailbox(),
    openBrowser(),
    freePort(),
    ensureBrowserFiles(),
  ]);
  project = await Project.create({
    CASEFRONT_DATABASE: 'portal.db',
    CASEFRONT_SECRET: randomBytes(32).toString('base64'), // what `openssl rand -base64 32` does
    CASEFRONT_HOST_KEY: randomBytes(32).toString('base64'),
    npm_config_offline: 'true', // `npx` runs what the project has, and fetches nothing
  });
  await project.write('server.ts', withHost(block('The server', 'ts')));
  await project.write('host.ts', block('Visitors whom your site knows already', 'ts'));
  await writePage('known', script + block('Visitors whom your site knows already', 'html'));
  await project.write('own.ts', block('Your own frontend', 'ts'));
  await project.write('form.d.ts', 'declare const email: string;\ndeclare const password: string;\n');
  await project.write('push.ts', block('Your practice-management system', 'ts'));
  await writePage('portal', block('The whole portal on your website', 'html'));
  await writePage('my-case', block('Single elements, between your own words', 'html'));
  await writePage('own', '<script type="module" src="own.js"></script>');
});
after(async () => {
  await browser?.close();
  await project?.remove();
  await mailbox?.close();
});

/** A block, with the ports of this run in the place of those that a reader would find free. */
const block = (heading: string, language: string): string =>
  blocks
    .take(heading, language)
    .replaceAll(/\b3000\b/g, String(port))
    .replaceAll(/\b2525\b/g, String(mailbox.port));

const script = '<script type="module" src="/casefront/casefront.js"></script>';

/** The server as it is when its site vouches for its visitors; here all of them are the same one. */
const withHost = (server: string): string =>
  `import { hostTokens } from '@casefront/server-adapter/host-tokens';
import { portalToken } from './host.ts';
${server.replace("firm: 'smith',", `firm: 'smith',\n  ${inline('authProviders: ')},`)}
app.get('/portal-token', async (_request, response) => response.send(await portalToken({ clientNumber: 'contact-7' })));
`;

/** What stands in the running text, between backticks. */
function inline(beginning: string): string {
  const [, found] = new RegExp(`\`(${beginning}[^\`]*)\``).exec(readme) ?? [];
  return found ?? assert.fail(`The README does not say \`${beginning}\` any more`);
}

const writePage = (name: string, main: string) =>
  project.write(
    `website/${name}.html`,
    `<!doctype html><html lang="en"><title>Smith Law</title><main><h1>Smith Law</h1>${main}</main></html>`,
  );

/** A part that somebody plays at a browser of their own, in which nothing goes wrong. */
const atBrowser = (name: string, play: (visitor: Visitor) => Promise<void>): void =>
  part(name, async () => {
    const visitor = await visit(browser, `http://localhost:${port}`);
    await play(visitor);
    assert.deepEqual(visitor.faults, []);
    await visitor.leave();
  });

async function choosePassword(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { name: `Welcome, ${name}` }).waitFor();
  await page.getByLabel('Choose a password').fill(ana.password);
  await page.getByRole('button', { name: 'Save and continue' }).click();
}

/** As with an app on a phone: types the key into it, and the code that it shows into the page. */
async function setUpApp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  const key = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code from the app').fill(new TOTP({ secret: key }).generate());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
  await page.getByRole('button', { name: 'I’ve kept them' }).click();
}

part('its TypeScript passes the compiler, as strict as for the packages', async () => {
  const { code, output } = await project.shell('tsc');
  assert.equal(code, 0, output);
});

part('the command adds the firm, and another makes a key', async () => {
  const added = await project.shell(block('The server', 'sh'));
  assert.equal(added.code, 0, added.output);
  adminLink = /http\S+#invitation=\S+/.exec(added.output)?.[0] ?? assert.fail(added.output);
  const made = await project.shell(inline('npx casefront key'));
  key = /^cf_\S+$/m.exec(made.output)?.[0] ?? assert.fail(made.output);
});

part('the server runs, and serves its own description', async () => {
  await project.serve('server.ts', `http://localhost:${port}${inline('/portal-api/openapi.json')}`);
});

atBrowser(
  'the first admin chooses a password at the printed link, and sets up a second step',
  async ({ page }) => {
    await choosePassword(page, adminLink, 'Jane Smith');
    await setUpApp(page);
    await page.getByText('Signed in as Jane Smith').waitFor();
  },
);

part('the practice-management system pushes a client and a case, and pushes them again', async () => {
  for (let night = 0; night < 2; night++) {
    const { code, output } = await project.node('push.ts', { CASEFRONT_KEY: key });
    assert.equal(code, 0, output);
  }
});

atBrowser('the client comes by the mail into the whole portal, and sees the case', async ({ page }) => {
  const [link = ''] = /http\S+#invitation=[\w-]+/.exec(await mailbox.mailTo(ana.email)) ?? [];
  await choosePassword(page, link, ana.name);
  await page.getByRole('heading', { name: `Hello, ${ana.name}` }).waitFor();
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Cases' }).click();
  const cases = page.getByRole('link', { name: 'Divorce' });
  await cases.first().waitFor();
  assert.equal(await cases.count(), 1, 'pushed twice, there once');
  await cases.click();
  await page.getByText('Waiting for the other side').first().waitFor();
  const steps = page.getByRole('list', { name: 'Steps in your case' }).getByRole('listitem');
  assert.match((await steps.allInnerTexts()).join('|'), /^The other side answers[^|]*$/);
  assert.deepEqual(
    mailbox.mails.map(({ to }) => to),
    // Jane has also been told that a second step was set up.
    ['jane@smithlaw.example', 'jane@smithlaw.example', ana.email],
  );
});

/** Opens the page with the frontend of one's own, and waits for what the person is told. */
async function openOwn(page: Page): Promise<string[]> {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  const answered = page.waitForResponse('**/v1/threads');
  await page.addInitScript((form) => void Object.assign(globalThis, form), ana);
  await page.goto('/own');
  await answered;
  return told;
}

atBrowser('a visitor whom the site knows is in the portal at once', async ({ page }) => {
  await page.goto('/known');
  await page.getByRole('heading', { name: `Hello, ${ana.name}` }).waitFor();
});

atBrowser('a frontend of one’s own signs in, reads and writes', async ({ page }) => {
  await build({
    entryPoints: [project.path('own.ts')],
    outfile: project.path('website/own.js'),
    bundle: true,
    format: 'esm',
    conditions: ['casefront-source'],
    logLevel: 'silent',
  });
  assert.deepEqual(await openOwn(page), ['Waiting for the other side']);
});

atBrowser('a frontend of one’s own tells what the server refuses', async ({ page, expect }) => {
  expect('422 POST /v1/threads');
  await page.route('**/v1/threads', (route) => {
    const thread = route.request().postDataJSON() as object;
    // Whoever was on the case has left it in the meantime.
    return route.continue({ postData: { ...thread, recipientIds: [`per_${'0'.repeat(22)}`] } });
  });
  const told = page.waitForEvent('dialog');
  await Promise.all([openOwn(page), told.then((dialog) => dialog.accept())]);
  assert.match((await told).message(), /no longer works on this case/);
});

atBrowser('single elements stand between the firm’s own words', async ({ page }) => {
  await page.goto('/my-case');
  await signIn(page, ana);
  await page.locator('portal-cases').getByRole('link', { name: 'Divorce' }).waitFor();
  await page.locator('portal-inbox').getByRole('link', { name: 'My new address' }).waitFor();
});

part('the journal is sound', async () => {
  const { code, output } = await project.shell(inline('npx casefront audit'));
  assert.equal(code, 0, output);
  assert.match(output, /^smith: sound/m);
});

part('every block has been run', () => assert.deepEqual(blocks.left, []));
