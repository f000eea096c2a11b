/** `npm run format`: brings every file into the one format (`.oxfmtrc.json`). `-- --check` only looks. */
import { run } from '../lib/process.ts';

const { code } = await run('oxfmt', process.argv.slice(2), { inherit: true });
process.exitCode = code;
