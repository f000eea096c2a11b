/** A person at a browser of their own, and everything that goes wrong there. */
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type Response,
} from 'playwright-core';
import { ensureBrowser } from '../../../../scripts/setup/browser.ts';
import { chromiumFlags } from '../../../../scripts/setup/chromium-flags.ts';

/** Milliseconds that anything on a page may take. */
const patience = 8_000;

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await ensureBrowser(), args: chromiumFlags() });

/**
 * What the browser says of answers is looked at where it is known what was asked; and the sandbox of a mail in the
 * outbox keeps out the test's own script.
 */
const ofTheTest = /^Failed to load resource|^Blocked script execution in '[^']*\/outbox\//;

export interface Visitor {
  readonly page: Page;
  /** Console errors, uncaught errors, violations of the policy, and refusals by the server that no test expects. */
  readonly faults: string[];
  /** What the server sent to this person so far, pages and files among it. */
  received(): Promise<string>;
  /** From now on this answer is no fault: `401 POST /v1/session`. */
  expect(answer: string): void;
  leave(): Promise<void>;
}

export async function visit(
  browser: Pick<Browser, 'newContext'>,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL, locale: 'en-US', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  await context.addInitScript(reportViolations);
  const page = await context.newPage();
  const faults: string[] = [];
  const expected = new Set<string>();
  const bodies: Promise<string>[] = [];
  const judge = async (response: Response) => {
    const refusal = nameOf(response);
    if (response.status() < 400 || expected.has(refusal) || (await isAskingWho(response))) return;
    faults.push(refusal);
  };

  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !ofTheTest.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    bodies.push(response.text().catch(() => '')); // a redirect has none
    void judge(response);
  });
  return {
    page,
    faults,
    received: async () => (await Promise.all(bodies)).join('\n'),
    expect: (answer) => void expected.add(answer),
    leave: () => context.close(),
  };
}

/** The portal asks before it knows whether anybody is signed in; that it is told “nobody” is no fault. */
const isAskingWho = async (response: Response) =>
  response.status() === 401 &&
  response.request().method() === 'GET' &&
  !(await response.request().headerValue('cookie'));

const nameOf = (response: Response) => {
  const { pathname } = new URL(response.url());
  return `${response.status()} ${response.request().method()} ${pathname.replace('/portal-api', '')}`;
};

/** Runs in the page, before anything else does. */
function reportViolations(): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ violatedDirective, blockedURI, sourceFile, sample }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`),
  );
}
