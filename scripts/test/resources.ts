/** What some steps need running or installed: prepared once, when first asked for, and released at the end. */
import { ensureBrowser } from '../setup/browser.ts';
import { ensurePostgres } from '../setup/postgres.ts';
import type { Resource } from './step.ts';

export interface Resources {
  /** The environment variables by which a step reaches what it needs. */
  env(needs: readonly Resource[]): Promise<NodeJS.ProcessEnv>;
  release(): Promise<void>;
}

export function openResources(): Resources {
  const stops: (() => Promise<void>)[] = [];
  const prepare: Record<Resource, () => Promise<NodeJS.ProcessEnv>> = {
    browser: once(async () => ({ CHROMIUM_PATH: await ensureBrowser() })),
    postgres: once(async () => {
      const server = await ensurePostgres();
      stops.push(() => server.stop());
      return { TEST_POSTGRES_URL: server.url };
    }),
  };
  return {
    async env(needs) {
      const all = await Promise.all(needs.map((need) => prepare[need]()));
      return Object.assign({}, ...all) as NodeJS.ProcessEnv;
    },
    async release() {
      await Promise.all(stops.splice(0).map((stop) => stop()));
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
