/** Finds a Chromium for the browser tests, or installs one. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from '../lib/process.ts';
import { progress } from './progress.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Path of a Chromium: the one that `CHROMIUM_PATH` names, else an installed Chrome or Chromium, else one that this
 * installs with apt (Debian, as root) or with Playwright.
 * @throws an error that says in one line what to do
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser() ?? (await installWithApt()) ?? (await installWithPlaywright());
  if (!found)
    throw new Error('No browser: install Chrome or Chromium, or set CHROMIUM_PATH to one, and run again.');
  return found;
}

/** The browser that is there already. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROMIUM_PATH'] ?? env['CHROME_PATH'];
  if (named) return named;
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places, playwrightBrowser()].find(isExecutable);
}

async function installWithApt(): Promise<string | undefined> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined;
  const done = progress('Installing Chromium (apt-get)');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  const found = findBrowser();
  done(found ?? 'not possible here');
  return found;
}

async function installWithPlaywright(): Promise<string | undefined> {
  const done = progress('Downloading Chromium (playwright)');
  await run('playwright-core', ['install', 'chromium'], { timeout: 5 * 60_000 });
  const found = findBrowser();
  done(found ?? 'not possible here');
  return found;
}

/** Where Playwright keeps a browser that it has downloaded; it knows no place on some systems. */
function playwrightBrowser(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
