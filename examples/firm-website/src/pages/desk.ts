import { staffAccounts } from '../demo-accounts.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { portalScripts } from './portal.ts';

/** The room for the staff desk; `desk/main.ts` fills it in the browser. */
export const desk: Page = {
  title: 'Staff desk',
  styles: ['desk', 'demo'],
  scripts: [...portalScripts, '/desk.js'],
  body: html`<div class="firm column desk">
    <h1>Staff desk</h1>
    <div id="desk"><p class="hint">The desk is opening.</p></div>
    ${staffAccounts}
  </div>`,
};
