// The elements' tests, in a real Chromium, straight from the sources. `npm test -- elements` runs them.
import { readFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumFlags } from './scripts/setup/chromium-flags.ts';
import { findBrowser } from './scripts/setup/browser.ts';
import { testFiles } from './scripts/test/node-tests.ts';
import { countingReporter, mockServiceWorker } from './scripts/test/browser-tests.ts';

const parts = process.env.TEST_FILES?.split(',').filter(Boolean) ?? [];
const files = testFiles(['packages/elements/src/**/*.test.ts'], parts).filter(
  (file) => !file.endsWith('.node.test.ts'),
);
const executablePath = findBrowser();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files,
  rootDir: '.',
  nodeResolve: { browser: true, exportConditions: ['casefront-source', 'development', 'browser'] },
  plugins: [esbuildPlugin({ ts: true, target: 'esnext', tsconfig: 'packages/elements/tsconfig.json' })],
  middleware: [mockServiceWorker(readFileSync(new URL(import.meta.resolve('msw/mockServiceWorker.js'))))],
  browsers: [
    chromeLauncher({
      // Several files at a time: they wait more than they work. Each has a world of its own, in which it has the focus.
      concurrency: 4,
      createPage: async ({ context }) => {
        const page = await (await context.browser().createBrowserContext()).newPage();
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
      launchOptions: { ...(executablePath && { executablePath }), args: chromiumFlags() },
    }),
  ],
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 180_000,
};
