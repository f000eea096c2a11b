import { createPortal } from '@casefront/core';
import { checkAnswers } from '@casefront/core/validate';
import type { TestBrowser } from './browser.ts';

export interface Viewing extends Pick<TestBrowser, 'portal' | 'fetch'> {
  /** `view_…` */
  readonly id: string;
}

/** Somebody's browser with one more header: the portal as a client sees it. */
export function viewing(browser: TestBrowser, origin: string, id: string): Viewing {
  const fetch: TestBrowser['fetch'] = (path, init) => {
    const headers = new Headers(init?.headers);
    headers.set('x-portal-view', id);
    return browser.fetch(path, { ...init, headers });
  };
  const send = (async (input: Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const body = request.method === 'GET' ? null : await request.text();
    return browser.fetch(request.url, { method: request.method, headers: request.headers, body });
  }) as typeof globalThis.fetch;
  const options = { api: origin, fetch: send, validate: checkAnswers };
  return { id, fetch, portal: createPortal({ ...options, headers: { 'x-portal-view': id } }) };
}
