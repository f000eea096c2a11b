import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServerProcess } from './server-process.ts';

test('a server of a benchmark runs in a process of its own and ends with it', async () => {
  const server = await startServerProcess(new URL('./samples/hello-server.ts', import.meta.url), {
    WORD: 'hello',
  });
  const url = `http://127.0.0.1:${server.port}/`;
  assert.equal(await (await fetch(url)).text(), 'hello');
  await server.close();
  await assert.rejects(fetch(url));
});

test('a server that does not come up is an error', async () => {
  await assert.rejects(startServerProcess(new URL('./statistics.ts', import.meta.url)), /before it listened/);
});
