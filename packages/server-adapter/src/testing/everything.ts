import assert from 'node:assert/strict';
import { clientContract, pathParams, walk } from '@casefront/core/contract';
import type { TestBrowser } from './browser.ts';

/** Ids for the parameters of paths, by what the path is about. */
export interface Items {
  readonly cases: string;
  readonly threads: string;
}

/**
 * Every answer that a signed-in client can read, by endpoint, as the bytes that were sent. The endpoints come from the
 * contract, so a new one is among them by itself.
 */
export async function everything(browser: TestBrowser, items: Items): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { name, endpoint } of walk(clientContract)) {
    const { method, path, spec } = endpoint;
    if (method !== 'GET' || spec.audience === 'public') continue;
    const id = path.startsWith('/threads') ? items.threads : items.cases;
    const filled = pathParams(path).reduce((target, param) => target.replace(`:${param}`, id), path);
    const response = await browser.fetch(`/v1${filled}`);
    assert.equal(response.status, 200, name);
    answers.set(name, await response.text());
  }
  return answers;
}
