/** An authenticated client lists the 25 latest of their cases, out of 100,000 in the table. */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCaseList } from './data/case-list.ts';
import type { Benchmark } from './lib/benchmark.ts';
import { httpContestant } from './lib/http-load.ts';
import { startServerProcess } from './lib/server-process.ts';

const path = '/v1/cases';

const benchmark: Benchmark = {
  name: 'http.cases.list',
  base: 'node:http+prepared',
  atLeast: 0.6,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'casefront-bench-'));
    const files = ['ours', 'base', 'control'].map((name) => join(folder, `${name}.db`));
    const [first = '', ...others] = files;
    const { firmId, token } = await makeCaseList(first);
    for (const file of others) await copyFile(first, file);

    const start = (name: 'ours' | 'base', file = '') =>
      startServerProcess(new URL(`./servers/case-list-${name}.ts`, import.meta.url), {
        FILE: file,
        FIRM: firmId,
      });
    const servers = await Promise.all([
      start('ours', files[0]),
      start('base', files[1]),
      start('base', files[2]),
    ]);
    const headers = { cookie: `lp_session=${token}` };
    const answers = await Promise.all(
      servers.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).json()),
    );
    assert.equal((answers[0] as { items: unknown[] }).items.length, 25);
    assert.deepEqual(answers[0], answers[1]);
    assert.deepEqual(answers[0], answers[2]);

    const [ours, base, control] = servers.map(({ port }) => httpContestant({ port, path, headers }));
    return {
      ours: ours!,
      base: base!,
      control: control!,
      async close() {
        await Promise.all(servers.map((server) => server.close()));
        await rm(folder, { recursive: true });
      },
    };
  },
};

export default benchmark;
