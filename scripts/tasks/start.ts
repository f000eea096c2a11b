/** `npm start`: the website of a small law firm with the portal in it. `-- --reset` begins with fresh demo data. */
import { rm } from 'node:fs/promises';
import { at } from '../lib/workspace.ts';
import { ensureBrowserFiles } from '../setup/browser-files.ts';

if (process.argv.includes('--reset')) await rm(at('.data'), { recursive: true, force: true });
await ensureBrowserFiles();
await import(`file://${at('examples/firm-website/src/server.ts')}`);
