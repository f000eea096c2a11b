/** `npm run build`: every package as npm gets it, and the two browser files. `-- browser` builds the browser files only. */
import { buildBrowserFiles } from '../build/browser.ts';
import { buildPackages } from '../build/libraries.ts';
import { progress } from '../setup/progress.mjs';

const onlyBrowser = process.argv.includes('browser');
const done = progress(onlyBrowser ? 'Building the browser files' : 'Building the packages');
try {
  await (onlyBrowser
    ? buildBrowserFiles()
    : buildPackages({ elements: (dir) => buildBrowserFiles({ dir }) }));
  done();
} catch (error) {
  const { message, frame } = error as Error & { frame?: string };
  console.error([`\n${message}`, frame].filter(Boolean).join('\n'));
  process.exitCode = 1;
}
