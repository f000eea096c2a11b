/** `npm run lint`: the rules of `.oxlintrc.json` and the format, on every file. `-- --fix` repairs what it can. */
import { run } from '../lib/process.ts';

const fix = process.argv.includes('--fix');
const lint = await run('oxlint', fix ? ['--fix'] : [], { inherit: true });
const format = await run('oxfmt', fix ? [] : ['--check'], { inherit: true });
process.exitCode = lint.code || format.code;
