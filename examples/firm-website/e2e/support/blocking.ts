import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { ensureBrowser } from '../../../../scripts/setup/browser.ts';
import { chromiumFlags } from '../../../../scripts/setup/chromium-flags.ts';

/** As the settings of Chromium write it down: cookies of other sites are blocked. */
const preferences = { profile: { cookie_controls_mode: 1, block_third_party_cookies: true } };

/** A Chromium that blocks other sites' cookies. Each context is a browser of its own: the setting is the profile's. */
export async function openBlockingBrowser(): Promise<Pick<Browser, 'newContext' | 'close'>> {
  const executablePath = await ensureBrowser();
  const folders: string[] = [];
  return {
    async newContext(options) {
      const folder = await mkdtemp(join(tmpdir(), 'casefront-profile-'));
      folders.push(folder);
      await mkdir(join(folder, 'Default'));
      await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
      return chromium.launchPersistentContext(folder, { ...options, executablePath, args: chromiumFlags() });
    },
    async close() {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
