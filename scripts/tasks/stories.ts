/** `npm run stories`: Storybook on port 6006 (`PORT` changes it). `-- --build` writes the static site to storybook-static. */
import { run } from '../lib/process.ts';

const port = process.env['PORT'] ?? '6006';
const args = process.argv.includes('--build')
  ? ['build', '--quiet', '--output-dir', 'storybook-static']
  : ['dev', '--no-open', '--port', port];
const env = { STORYBOOK_DISABLE_TELEMETRY: '1' };
const { code } = await run('storybook', [...args, '--disable-telemetry'], { inherit: true, env });
process.exitCode = code;
