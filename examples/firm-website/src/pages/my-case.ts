import { firm } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { portalScripts, portalWaiting } from './portal.ts';

/** Single elements between the firm's own words: one provider around the page, each element wherever it is wanted. */
export const myCase: Page = {
  title: 'My case',
  section: '/portal',
  description: 'Where your case stands, explained by the people working on it.',
  styles: ['pages', 'portal'],
  scripts: portalScripts,
  body: html`<portal-provider api="/portal-api" brand="${firm.brand}" home="/portal">
    <portal-exit></portal-exit>
    <div class="column page my-case">
      <header class="firm page-head">
        <h1>My case</h1>
        <p>The same information as in the portal, with a few words from us about how to read it.</p>
      </header>
      <portal-sign-in>${portalWaiting}</portal-sign-in>

      <section class="firm beside" aria-labelledby="where">
        <h2 id="where">Where it stands</h2>
        <p>
          Cases are quiet for long stretches. A step that has not moved for a month is usually waiting for somebody
          else’s desk, and the line under it says whose. If it is waiting for you, it says that too.
        </p>
      </section>
      <portal-cases></portal-cases>

      <section class="firm beside" aria-labelledby="ask">
        <h2 id="ask">Ask us</h2>
        <p>
          No question is too small. Messages written here are read by the people you choose and by nobody else; we
          answer within one business day. For anything that cannot wait, call <a href="${firm.phoneHref}">${firm.phone}</a>.
        </p>
      </section>
      <portal-inbox></portal-inbox>
    </div>
  </portal-provider>`,
};
