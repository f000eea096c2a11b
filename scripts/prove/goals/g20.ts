/** G20: what somebody wrote is text for whoever reads it, in whichever field it was written, and never code. */
import { chromium, type Page } from 'playwright-core';
import { memoryMailer } from '../../../packages/server-adapter/src/mail/mailer.ts';
import { createTestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import { testHost } from '../../../packages/server-adapter/src/testing/host.ts';
import { createWorld } from '../../../packages/server-adapter/src/testing/matrix/world.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { ensureBrowser } from '../../setup/browser.ts';
import { chromiumFlags } from '../../setup/chromium-flags.ts';
import type { Prove, Tally } from '../lib/goal.ts';
import { lookAt, watch, type Seen } from '../markup/look.ts';
import { payloads } from '../markup/payloads.ts';
import { startSite } from '../markup/site.ts';
import { findFields, writeEverywhere, type Written } from '../markup/write.ts';

/** Firms on a page. */
const perPage = 12;
/** Fields whose texts clients read; the others are for the firm, or overwritten by the same of another endpoint. */
const leastShown = 28;
/** Of thousands that say the same in other words. */
const mostMails = 200;
/** Milliseconds until everything on a page is there. */
const patience = 20_000;

export const prove: Prove = async ({ tally, size }) => {
  const chosen = payloads.slice(0, size(payloads.length));
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const host = testHost();
  const mailer = memoryMailer();
  const portal = await createTestPortal({ logger: quiet, mailer, authProviders: [host.provider] });
  const open = async (options: object) => {
    const database = sqlite({ file: ':memory:', ...options });
    await database.migrate();
    return database;
  };
  const example = await createWorld(open, { logger: quiet });
  const fields = await findFields(example);
  await example.portal.close();

  const written: Written[] = [];
  for (const [index, payload] of chosen.entries())
    written.push(await writeEverywhere(portal, host, fields, payload, index));
  await portal.server.settle();
  const all = mailer.sent.map(({ html }) => html).filter((html) => html.includes('xss'));
  const mails = all.filter((_, index) => index % Math.ceil(all.length / mostMails) === 0);

  const site = await startSite(portal.server, written, perPage, mails);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: chromiumFlags() });
  const context = await browser.newContext({ baseURL: site.url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(patience);
  await context.addInitScript(watch);
  const page = await context.newPage();
  try {
    await control(page, tally, chosen.length);

    const shown = new Set<string>();
    for (let number = 0; number * perPage < written.length; number++) {
      const those = written.slice(number * perPage, (number + 1) * perPage);
      const { texts } = judge(await show(page, `/page/${number}`, those.length), tally, `page ${number}`);
      for (const one of those) findTexts(one, texts, tally, shown);
    }

    for (const [index] of mails.entries()) {
      await page.goto(`/mail/${index}`);
      judge(await lookAt(page), tally, `a mail: ${mails[index]!.slice(0, 400)}`);
      tally.tried();
    }

    tally.fact('payloads', chosen.length);
    tally.fact('fields', fields.length);
    tally.fact('shown', shown.size);
    tally.fact('mails', mails.length);
    tally.fact('engines', 1);
    if (shown.size < leastShown)
      tally.fail(`Of what was written the elements show only ${[...shown].join(', ')}`);
  } finally {
    await browser.close();
    await site.stop();
    await portal.close();
  }
};

/** Opens a page and waits until every element has everything. */
async function show(page: Page, path: string, firms: number): Promise<Seen> {
  await page.goto(path);
  await page.waitForFunction(isComplete, firms, { polling: 100 });
  return lookAt(page);
}

/** Runs in the page: whether nothing is being loaded any more. */
function isComplete(firms: number): boolean {
  const sections = [...document.querySelectorAll('main > section')];
  const isWaiting = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        (element.localName.includes('-') && !element.matches(':defined')) ||
        element.getAttribute('aria-busy') === 'true' ||
        (element.shadowRoot !== null && isWaiting(element.shadowRoot)),
    );
  return sections.length === firms && !sections.some(isWaiting);
}

function judge(seen: Seen, tally: Tally, where: string): Seen {
  if (seen.ran > 0) tally.fail(`${seen.ran} ran on ${where}`);
  for (const report of seen.reports) tally.fail(`The policy had to stop something on ${where}: ${report}`);
  for (const one of seen.live) tally.fail(`What was written has become ${one} on ${where}`);
  return seen;
}

/** Where the mark of a field is on the screen, all that was written before it is too, letter by letter. */
function findTexts({ taken }: Written, texts: Seen['texts'], tally: Tally, shown: Set<string>): void {
  for (const [name, text] of taken) {
    tally.tried();
    const whole = text.trim().replace(/\s+/g, ' ');
    const mark = whole.slice(whole.lastIndexOf(' '));
    const found = texts.filter(([, all]) => all.includes(mark));
    if (found.length === 0) continue;
    shown.add(name);
    const wrong = found.find(([, all]) => !all.includes(whole));
    if (wrong) tally.fail(`${wrong[0]} does not show ${name} as it was written: ${whole}`);
    else tally.positive();
  }
}

/** The control: an element that takes text for markup is caught, running where it may and reported where it may not. */
async function control(page: Page, tally: Tally, count: number): Promise<void> {
  await page.goto('/unsafe', { waitUntil: 'load' });
  await page.waitForTimeout(500);
  const free = await lookAt(page);
  if (free.ran > 0) tally.positive(free.ran);
  else tally.fail('An element that takes text for markup was not caught');
  tally.fact('unsafe', `${free.ran}/${count}`);
  for (const path of ['/unsafe-strict', '/inline']) {
    await page.goto(path, { waitUntil: 'load' });
    await page.waitForTimeout(100);
    const strict = await lookAt(page);
    if (strict.ran === 0 && strict.reports.length > 0) tally.positive();
    else tally.fail(`The policy did not report ${path}`);
  }
}
