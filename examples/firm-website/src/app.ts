import express, { type Express, type Response } from 'express';
import { mailPolicy, safeHeaders, strictPolicy } from './headers.ts';
import { renderPage, type Page } from './layout.ts';
import type { Outbox } from './outbox.ts';
import { contact } from './pages/contact.ts';
import { desk } from './pages/desk.ts';
import { home } from './pages/home.ts';
import { myCase } from './pages/my-case.ts';
import { notFound } from './pages/not-found.ts';
import { outboxList, outboxMail } from './pages/outbox.ts';
import { people } from './pages/people.ts';
import { portal } from './pages/portal.ts';
import { practice, practiceArea } from './pages/practice.ts';
import { view } from './pages/view.ts';

const pages = {
  '/': home,
  '/practice': practice,
  '/people': people,
  '/contact': contact,
  '/portal': portal,
  '/my-case': myCase,
  '/desk': desk,
};

/**
 * The firm's website as an Express app. The portal is mounted on it in `portal.ts`, the way a firm would add it to a
 * site it already has. Without an outbox, mails go out for real.
 */
export function firmWebsite(outbox?: Outbox): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(safeHeaders);
  app.use(express.static(new URL('../public', import.meta.url).pathname, { index: false, redirect: false }));

  for (const [path, page] of Object.entries(pages))
    app.get(path, (_request, response) => send(response, page));

  app.get('/practice/:area', ({ params }, response) => send(response, practiceArea(params.area)));

  app.get('/desk/view/:id', ({ params, query }, response) => send(response, view(params.id, query.of)));

  app.get('/strict', (_request, response) => {
    response.set('Content-Security-Policy', strictPolicy);
    send(response, portal);
  });

  app.get('/outbox', async (_request, response) => send(response, outboxList(await outbox?.list())));
  app.get('/outbox/:id', async ({ params }, response) => {
    const mail = await outbox?.get(params.id);
    send(response, mail && outboxMail(mail));
  });
  app.get('/outbox/:id/html', async ({ params }, response) => {
    const mail = await outbox?.get(params.id);
    if (!mail) return send(response, undefined);
    response.set('Content-Security-Policy', mailPolicy).type('html').send(mail.html);
  });
  return app;
}

/** Answers with the page, or with the friendly 404 when there is none. */
export function send(response: Response, page: Page | undefined): void {
  const theme = response.req.query['theme'] === 'dark' ? 'dark' : 'light';
  response
    .status(page ? 200 : 404)
    .type('html')
    .send(renderPage(page ?? notFound, theme));
}
