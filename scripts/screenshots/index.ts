/**
 * Takes every screen of the demo, narrow and wide, light and dark:
 *
 *     node --conditions=casefront-source scripts/screenshots/index.ts FOLDER [part of a name]
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { clients, invited, staff } from '../../examples/firm-website/e2e/support/cast.ts';
import { mailsOnceThere } from '../../examples/firm-website/e2e/support/mails.ts';
import { signIn, signInAtDesk, type Person } from '../../examples/firm-website/e2e/support/people.ts';
import { startSite, type Site } from '../../examples/firm-website/e2e/support/site.ts';
import { openBrowser } from '../../examples/firm-website/e2e/support/visitor.ts';
import { screens, type Screen } from './screens.ts';

const [target, wanted = ''] = process.argv.slice(2);
if (!target) {
  console.error(
    'Say where the pictures go: node --conditions=casefront-source scripts/screenshots/index.ts FOLDER',
  );
  process.exit(2);
}
const folder = resolve(target);
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

const [site, browser] = await Promise.all([startSite(), openBrowser()]);
try {
  await mkdir(folder, { recursive: true });
  const chosen = screens(await invite(site, browser)).filter(({ name }) => name.includes(wanted));
  for (const viewport of sizes) {
    for (const person of new Set(chosen.map(({ as }) => as))) {
      const context = await browser.newContext({ baseURL: site.url, viewport, reducedMotion: 'reduce' });
      context.setDefaultTimeout(8_000);
      if (person) await enter(await context.newPage(), person);
      for (const screen of chosen.filter(({ as }) => as === person)) {
        for (const theme of ['light', 'dark']) await take(context, screen, theme, viewport.width);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await site.stop();
}

/** A screen that does not come up is photographed as it is. */
async function take(context: BrowserContext, screen: Screen, theme: string, width: number): Promise<void> {
  const page = await context.newPage();
  const file = `${screen.name}-${width}-${theme}.png`;
  try {
    await screen.show(page, async (path) => {
      const [address = '', ...fragment] = path.split('#');
      await page.goto([`${address}?theme=${theme}`, ...fragment].join('#'));
    });
    await page.waitForLoadState('networkidle');
    console.log(file);
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`);
    process.exitCode = 1;
  }
  // As tall as the page, so that what sticks to the foot of the screen stands at the foot of the picture.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, 600) });
  await page.waitForTimeout(200); // frames paint late
  await page.screenshot({ path: join(folder, file) });
  await page.close();
}

async function enter(page: Page, person: Person): Promise<void> {
  if (Object.values<Person>(staff).includes(person)) return signInAtDesk(page, person);
  await page.goto('/portal');
  await signIn(page, person);
  await page.getByRole('heading', { name: person === clients.elena ? /^Hola/ : /^Hello/ }).waitFor();
}

/** The fragment of a link that is still good. */
async function invite(site: Site, browser: Browser): Promise<string> {
  const page = await browser.newPage({ baseURL: site.url });
  await signInAtDesk(page, staff.ruth);
  await page.getByRole('button', { name: `Send ${invited.name} a new link` }).click();
  const [mail] = await mailsOnceThere(site, 1);
  await page.close();
  return /#invitation=\S+/.exec(mail?.text ?? '')?.[0] ?? '';
}
