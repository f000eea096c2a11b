/** `npm run build`: every package as npm gets it, and the two browser files. `-- browser` builds the browser files only. */
import { buildBrowserFiles } from '../build/browser.ts';
import { buildPackages } from '../build/libraries.ts';
import { buildManifest } from '../build/manifest.ts';
import { progress } from '../setup/progress.mjs';

const onlyBrowser = process.argv.includes('browser');
const done = progress(onlyBrowser ? 'Building the browser files' : 'Building the packages');
try {
  await (onlyBrowser ? buildBrowserFiles() : buildPackages({ elements: buildElementsExtras }));
  done();
} catch (error) {
  const { message, frame } = error as Error & { frame?: string };
  console.error([`\n${message}`, frame].filter(Boolean).join('\n'));
  process.exitCode = 1;
}

async function buildElementsExtras(dir: string): Promise<void> {
  await buildBrowserFiles({ dir });
  await buildManifest(dir);
}
