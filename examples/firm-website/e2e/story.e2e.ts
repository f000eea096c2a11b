/** The whole way, once, as a person walks it: from the invitation to the sign-out. Each part goes on where the last ended. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { audit } from './support/audit.ts';
import { mails, mailsOnceThere } from './support/mails.ts';
import { staff } from './support/cast.ts';
import { comeBack, signInAtDesk, type Person } from './support/people.ts';
import { part } from './support/part.ts';
import { startSite, type Site } from './support/site.ts';
import { openBrowser, visit, type Visitor } from './support/visitor.ts';

const client = {
  name: 'Marisol Vega',
  email: 'marisol.vega@example.com',
  password: 'lighthouse kettle gravel',
};
const greenCard = 'Green card through marriage';
const permit = 'Work permit';
const hidden = 'Ask about the overstay of 2016';
const question = 'A letter came on Monday and says “biometrics”. Do I have to go to Seattle for that?';
const answer = 'Yes, on the day in the letter. Peter will go with you; bring the letter and your passport.';

let site: Site;
let browser: Browser;
let ruth: Visitor;
let marisol: Visitor;
/** Staff besides Ruth, and how many conversations with news they had when it began. */
const others = [staff.peter, staff.ines, staff.daniel];
let waiting: number[] = [];
/** Mails that the story has not sent. */
let earlier = 0;
let invitation = '';

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  [ruth, marisol] = await Promise.all([visit(browser, site.url), visit(browser, site.url)]);
  await marisol.page.clock.install(); // so that time passes when the story says so
  earlier = (await mails(site)).length;
  waiting = await Promise.all(others.map(unseenThreads));
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** Whom the story has sent mail, in order. */
const written = async () => (await mails(site)).slice(earlier).map(({ to }) => to);

/** A mail may lie open on a kitchen table: it names the firm and who wrote, and nothing of what it is about. */
function assertNoCaseFacts(mail: string): void {
  for (const fact of [
    greenCard,
    permit,
    hidden,
    'The letter from Monday',
    'biometrics',
    'petition',
    'mmigration',
  ]) {
    assert.ok(!mail.includes(fact), `“${fact}” is in the mail: ${mail}`);
  }
}

const desk = (section: string) =>
  ruth.page.getByRole('navigation', { name: 'Staff desk' }).getByRole('link', { name: section });

/** At the desk: opens a case with a team, shares it with the client, and stays on its screen. */
async function openCase(title: string, team: readonly Person[]): Promise<void> {
  const { page } = ruth;
  await desk('Cases').click();
  await page.getByLabel('Title, as the client will read it').fill(title);
  await page.getByRole('button', { name: 'Open case' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByLabel('Add', { exact: true }).selectOption({ label: client.name });
  await page.getByRole('button', { name: 'Share the case' }).click();
  await page.getByText('The case has been shared.').waitFor();
  for (const { name } of team) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Save team' }).click();
  await page.getByText('The team has been changed.').waitFor();
}

async function addStep(title: string, { shown }: { shown: boolean }): Promise<void> {
  const { page } = ruth;
  await page.getByLabel('Another step').fill(title);
  await page.getByLabel('Show it to the client').setChecked(shown);
  await page.getByRole('button', { name: 'Add step' }).click();
  await page.getByText(`“${title}” has been added.`).waitFor();
}

/** Conversations with something new in them, as the server counts them for somebody. */
async function unseenThreads({ email, password }: Person): Promise<number> {
  const api = `${site.url}/portal-api/v1`;
  const headers = { 'content-type': 'application/json', 'x-portal': '1', 'idempotency-key': randomUUID() };
  const body = JSON.stringify({ email, password });
  const session = await fetch(`${api}/session`, { method: 'POST', headers, body });
  const [cookie = ''] = session.headers.getSetCookie();
  const counts = await fetch(`${api}/notifications/counts`, {
    headers: { cookie: cookie.split(';', 1)[0]! },
  });
  return ((await counts.json()) as { inbox: number }).inbox;
}

part('staff open a case with a hidden step, and invite its client', async () => {
  const { page } = ruth;
  await signInAtDesk(page, staff.ruth);
  await page.getByLabel('Full name').fill(client.name);
  await page.getByLabel('Email address').fill(client.email);
  await page.getByLabel('Send the invitation now').uncheck();
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByText(`${client.name} has been added.`).waitFor();

  await openCase(greenCard, [staff.peter, staff.ines]);
  await addStep('We prepare your petition', { shown: true });
  await addStep(hidden, { shown: false });
  await addStep('The interview in Seattle', { shown: true });
  await openCase(permit, []);
  assert.deepEqual(await audit(page), []);

  await desk('People').click();
  await page.getByRole('button', { name: `Invite ${client.name}` }).click();
  await page.getByText(`${client.name} has been sent a link.`).waitFor();
});

part('the outbox shows the mail: a link, the firm, and nothing of the case', async () => {
  await mailsOnceThere(site, earlier + 1);
  assert.deepEqual(await written(), [client.email]);
  const { page } = marisol;
  await page.goto('/outbox');
  await page.getByRole('listitem').filter({ hasText: client.email }).getByRole('link').first().click();
  const text = await page.locator('.outbox-text').innerText();
  assertNoCaseFacts(text);
  assert.match(text, /Ruth Okafor/);
  invitation = (await page.locator('.outbox-text a[href*="#invitation="]').getAttribute('href')) ?? '';
  assert.ok(invitation.startsWith(`${site.url}/portal#invitation=`), invitation);
  const html = page.frameLocator('.outbox-html').locator('body');
  assertNoCaseFacts(await html.innerText());
  assert.equal(await html.locator('a[href*="#invitation="]').first().getAttribute('href'), invitation);
});

part('scanners and a second look use nothing up', async () => {
  for (const method of ['GET', 'HEAD', 'GET'])
    assert.equal((await fetch(invitation, { method })).status, 200);
  const scanner = await visit(browser, site.url);
  for (let i = 0; i < 2; i++) {
    await scanner.page.goto('about:blank');
    await scanner.page.goto(invitation);
    await scanner.page.getByRole('heading', { name: `Welcome, ${client.name}` }).waitFor();
    assert.doesNotMatch(scanner.page.url(), /invitation/, 'the secret is out of the address at once');
  }
  assert.deepEqual(scanner.faults, []);
  await scanner.leave();
});

part(
  'the client opens the link, chooses a password, and is on the dashboard inside the firm’s page',
  async () => {
    const { page } = marisol;
    await page.goto(invitation);
    await page.getByRole('heading', { name: `Welcome, ${client.name}` }).waitFor();
    assert.deepEqual(await audit(page), []);
    await page.getByLabel('Choose a password').fill(client.password);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('heading', { name: `Hello, ${client.name}` }).waitFor();
    await page.getByRole('banner').getByText('Harborview Law').waitFor();
    for (const name of ['What you need to do', 'What happens next', 'Your cases', 'Recent activity']) {
      await page.getByRole('heading', { name }).waitFor();
    }
    assert.deepEqual(await audit(page), []);
  },
);

part('the link is used up now, and says so kindly', async () => {
  const other = await visit(browser, site.url);
  other.expect('410 POST /v1/invitations/look');
  await other.page.goto(invitation);
  await other.page.getByText('This link no longer works').waitFor();
  await other.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  assert.deepEqual(other.faults, []);
  await other.leave();
});

part('the case shows where it stands, its visible steps, and who works on it', async () => {
  const { page } = marisol;
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('link', { name: greenCard }).click();
  await page.getByRole('heading', { name: greenCard }).waitFor();
  const steps = page.getByRole('list', { name: 'Steps in your case' }).getByRole('listitem');
  const titles = (await steps.allInnerTexts()).map((words) => words.split('\n', 1)[0]);
  assert.deepEqual(titles, ['We prepare your petition', 'The interview in Seattle']);
  for (const { name } of [staff.ruth, staff.peter, staff.ines]) await page.getByText(name).waitFor();
  assert.equal(await page.getByText(staff.daniel.name).count(), 0);
  assert.deepEqual(await audit(page), []);
});

part('what is hidden is nowhere: not on the page, and in nothing that the server sent', async () => {
  const text = await marisol.page.locator('body').innerText();
  assert.ok(!text.includes(hidden));
  const received = await marisol.received();
  assert.ok(received.includes('The interview in Seattle'), 'control: what is visible was sent');
  assert.ok(!received.includes(hidden));
  assert.ok((await ruth.received()).includes(hidden), 'control: the firm was sent it');
});

part('the client writes to two of the three people on the case', async () => {
  const { page } = marisol;
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Messages' }).click();
  await page.getByRole('link', { name: 'New message' }).first().click();
  await page.getByLabel('Which case is this about?').selectOption({ label: permit });
  await page.getByRole('checkbox', { name: staff.ruth.name }).waitFor();
  assert.equal(await page.getByRole('checkbox').count(), 1, 'on this case there is Ruth alone');
  await page.getByLabel('Which case is this about?').selectOption({ label: greenCard });
  await page.getByRole('checkbox', { name: staff.ines.name }).waitFor();
  const listed = await page.getByRole('group', { name: 'Who should get this?' }).getByRole('checkbox').all();
  assert.equal(listed.length, 3);
  for (const { name } of [staff.ruth, staff.peter]) await page.getByRole('checkbox', { name }).check();
  await page.getByLabel('Subject').fill('The letter from Monday');
  await page.getByRole('textbox', { name: 'Message' }).fill(question);
  assert.deepEqual(await audit(page), []);
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('Your message was sent').waitFor();
  await page.getByText(question).waitFor();
  assert.deepEqual(await audit(page), []);
});

part('those two, and only those, are told, without a word of the case', async () => {
  const news = (await mailsOnceThere(site, earlier + 3)).slice(earlier + 1);
  assert.deepEqual(news.map(({ to }) => to).toSorted(), [staff.peter.email, staff.ruth.email]);
  for (const { subject, text, html } of news) assertNoCaseFacts(`${subject} ${text} ${html}`);
  const more = await Promise.all(
    others.map(async (person, i) => (await unseenThreads(person)) - waiting[i]!),
  );
  assert.deepEqual(more, [1, 0, 0]);
});

part('staff see it at the desk, and answer', async () => {
  const { page } = ruth;
  await desk('Inbox').click();
  await page.getByRole('link', { name: 'The letter from Monday' }).click();
  await page.getByText(question).waitFor();
  await page.getByLabel('Your answer').fill(answer);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Sent. Everyone in this conversation will be told.').waitFor();
  await page.getByText(answer).waitFor();
});

part('a bubble appears for the client, and opening the conversation clears it', async () => {
  const { page } = marisol;
  const nav = page.getByRole('navigation', { name: 'Portal' });
  await nav.getByRole('link', { name: 'Home' }).click();
  await comeBack(page);
  await nav.getByRole('link', { name: 'Messages 1 new' }).waitFor();
  await nav.getByRole('link', { name: 'Messages' }).click();
  await page.getByRole('link', { name: 'The letter from Monday' }).click();
  await page.getByText(answer).waitFor();
  await nav.getByRole('link', { name: 'Messages', exact: true }).waitFor();
  await page.reload();
  await page.getByText(answer).waitFor();
  await nav.getByRole('link', { name: 'Messages', exact: true }).waitFor();
});

part('everyone who was to be told has been told, once, and nobody else', async () => {
  await mailsOnceThere(site, earlier + 5);
  const told = [client.email, staff.ruth.email, staff.peter.email, client.email, staff.peter.email];
  assert.deepEqual((await written()).toSorted(), told.toSorted());
});

part(
  'after signing out the session is dead on the server, and nothing private is left in the browser',
  async () => {
    const { page } = marisol;
    const context = page.context();
    const cookies = await context.cookies();
    const old = cookies.find(({ name }) => name.endsWith('lp_session'));
    assert.ok(old?.httpOnly && old.sameSite === 'Lax');
    const ask = () =>
      fetch(`${site.url}/portal-api/v1/session`, { headers: { cookie: `${old.name}=${old.value}` } });
    assert.equal((await ask()).status, 200, 'control: this cookie opens the portal');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You’re signed out.').waitFor();
    assert.equal((await ask()).status, 401);
    assert.deepEqual(
      (await context.cookies()).filter(({ name }) => name === old.name),
      [],
    );

    for (let back = 0; back < 3; back++) {
      await page.goBack();
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
      const shown = await page.locator('body').innerText();
      for (const secret of [answer, question, greenCard, staff.ines.name])
        assert.ok(!shown.includes(secret), secret);
    }
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    assert.ok(!kept.includes('vega') && !kept.includes(old.value), kept);
  },
);

part('nothing went wrong in either browser on the way', () => {
  assert.deepEqual(marisol.faults, []);
  assert.deepEqual(ruth.faults, []);
});
