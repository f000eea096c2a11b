/** What the demo remembers: one folder, `.data` at the root of the repository. `CASEFRONT_DATA` names another. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env['CASEFRONT_DATA'] ?? fileURLToPath(new URL('../../../.data', import.meta.url));

/** Path of a file of the demo. Nobody but its owner can look into the folder: mails and messages are in it. */
export async function dataFile(name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, name);
}

/** The server's secret: made at the first start, and kept, or links in mails that were sent would end. */
export async function secret(): Promise<Buffer> {
  const file = await dataFile('secret');
  try {
    // `wx`: of two that start at once, one makes it and both read it.
    await writeFile(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
}
