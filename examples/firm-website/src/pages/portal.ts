import { clientAccounts } from '../demo-accounts.ts';
import { firm } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';

/** The loader: fetches the code of each element when it first stands on a page. */
export const portalScripts = ['/casefront/casefront.js'];

/** What stands there until the element is ready, and all that is there without script. */
export const portalWaiting = html`<p class="firm portal-waiting">
  Your portal opens here. If it does not, call us at <a href="${firm.phoneHref}">${firm.phone}</a> and we will read you what is there.
</p>`;

/** The whole portal in the firm's own page: navigation, sections and sign-in come with the element. */
export const portal: Page = {
  title: 'Client portal',
  section: '/portal',
  description: 'For clients of Harborview Law: your case, what is next, and your messages with us.',
  styles: ['pages', 'portal', 'demo'],
  scripts: portalScripts,
  body: html`<div class="firm column portal-head">
      <h1>Client portal</h1>
      <p>Trouble getting in? Peter will sort it out: <a href="${firm.phoneHref}">${firm.phone}</a></p>
    </div>
    <div class="column portal-column">
      <client-portal api="/portal-api" brand="${firm.brand}">${portalWaiting}</client-portal>
      ${clientAccounts}
    </div>`,
};
