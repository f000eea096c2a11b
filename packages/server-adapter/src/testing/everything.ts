import assert from 'node:assert/strict';
import { clientContract, pathParams, walk } from '@casefront/core/contract';
import type { TestBrowser } from './browser.ts';

/** Ids for the parameters of paths, by what the path is about. */
export interface Items {
  readonly cases: string;
  readonly threads: string;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/**
 * Every answer that a signed-in client can read, by endpoint, as the bytes that were sent. The endpoints come from the
 * contract, so a new one is among them by itself.
 */
export async function everything(browser: TestBrowser, items: Items): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, { status, text }] of await tryEverything(browser, items)) {
    assert.equal(status, 200, name);
    answers.set(name, text);
  }
  return answers;
}

/** The same for whom some of it may be out of reach. */
export async function tryEverything(
  browser: Pick<TestBrowser, 'fetch'>,
  items: Items,
): Promise<Map<string, Answered>> {
  const answers = new Map<string, Answered>();
  for (const { name, endpoint } of walk(clientContract)) {
    const { method, path, spec } = endpoint;
    if (method !== 'GET' || spec.audience === 'public') continue;
    const id = path.startsWith('/threads') ? items.threads : items.cases;
    const filled = pathParams(path).reduce((target, param) => target.replace(`:${param}`, id), path);
    const response = await browser.fetch(`/v1${filled}`);
    // A copy of one's own data says when it was made, and so is never the same.
    const text = (await response.text()).replace(/"exportedAt":"[^"]+"/, '');
    answers.set(name, { status: response.status, text });
  }
  return answers;
}
