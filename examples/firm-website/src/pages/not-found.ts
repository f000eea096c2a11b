import { firm } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';

export const notFound: Page = {
  title: 'Page not found',
  styles: ['pages'],
  body: html`<div class="firm column page">
    <header class="page-head">
      <h1>There is nothing at this address</h1>
      <p>
        The page may have moved. Start again from <a href="/">the front page</a>, open <a href="/portal">the client
        portal</a>, or call us at <a href="${firm.phoneHref}">${firm.phone}</a>.
      </p>
    </header>
  </div>`,
};
