import { getResponse, type HttpHandler } from 'msw';

/**
 * A `fetch` that only these handlers answer: for a client in a test, without a service worker or patched globals.
 * Rejects like a lost connection, and names the request, when no handler matches. Heeds the request's abort signal.
 *
 * @example
 * const portal = createPortal({ api: 'http://portal.test', fetch: mockFetch(mock(cases.list, fixtures.page(cases))) });
 */
export function mockFetch(...handlers: HttpHandler[]): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason), { once: true });
    });
    request.signal.throwIfAborted();
    const response = await Promise.race([getResponse(handlers, request), aborted]);
    if (!response) throw new TypeError(`Nothing mocks ${request.method} ${request.url}`);
    return response;
  };
}
