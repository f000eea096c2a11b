/** Answers the API of a story by its `parameters.msw`: handlers made with `mock(endpoint, …)` of @casefront/core/testing. */
import type { RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';

const worker = setupWorker();
let started: Promise<unknown> | undefined;

/** Puts a story's handlers in the place of those of the story before. */
export async function answerWith(handlers: readonly RequestHandler[] = []): Promise<void> {
  started ??= worker.start({
    quiet: true,
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
    onUnhandledFrame({ frame, defaults }) {
      const { request } = frame.data as { request?: Request };
      if (request && new URL(request.url).pathname.includes('/v1/')) defaults.error();
    },
  });
  await started;
  worker.resetHandlers(...handlers);
}
