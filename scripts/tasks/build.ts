/** `npm run build`: every package as npm gets it, and the two browser files. `-- browser` builds the browser files only. */
import { buildBrowserFiles } from '../build/browser.ts';
import { buildLibraries } from '../build/libraries.ts';
import { progress } from '../setup/progress.mjs';

if (!process.argv.includes('browser')) {
  const done = progress('Building the packages');
  await buildLibraries();
  done();
}
const done = progress('Building the browser files');
await buildBrowserFiles();
done();
