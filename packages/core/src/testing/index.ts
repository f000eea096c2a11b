/**
 * For tests and stories: a small believable world, and mocks of the contract for Mock Service Worker 3 (`msw`, a peer
 * dependency). They bring the schemas along, so never import this in production.
 *
 * In Node: `setupServer(...world())` of `msw/node`. In a browser: `setupWorker(...world())` of `msw/browser`, with
 * `msw/mockServiceWorker.js` served from the root of the site. Without either: `mockFetch(...world())` as the client's
 * `fetch`.
 */
export { createAccount, type MockAccount } from './account.ts';
export * from './fixtures/index.ts';
export { mockFetch } from './fetch.ts';
export { after, mock, never, type MockAnswer, type MockContext, type MockResolver } from './mock.ts';
export { MockProblem, problem } from './problem.ts';
export { world } from './world.ts';
