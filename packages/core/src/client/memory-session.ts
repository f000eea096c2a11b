/**
 * The last resort for a page of another site whose browser keeps no cookie of the portal's server, not even a partitioned
 * one: the token of the session lives in the memory of the page, nowhere else. Whoever reloads the page signs in again,
 * and any script on it could take the token; so it is for pages that run nobody else's scripts. The server has to allow
 * it (`memoryTokens`).
 *
 * @example
 * const portal = createPortal({ api: 'https://portal.smithlaw.com/portal-api', fetch: memorySession() });
 */
export function memorySession(fetch: typeof globalThis.fetch = globalThis.fetch): typeof globalThis.fetch {
  let token = '';
  return async (input, init) => {
    // A cookie that the browser does keep would be a second credential.
    const request = new Request(input, { ...init, credentials: 'omit' });
    request.headers.set('x-portal-session', 'memory');
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(request);
    // Another one with every rise of privilege, an empty one at the end.
    token = response.headers.get('x-portal-token') ?? token;
    return response;
  };
}
