import { firm } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { portalScripts, portalWaiting } from './portal.ts';

/**
 * The portal as one client sees it, for a member of the firm who has asked to. Undefined for what is no such leave.
 *
 * @param of the client: the way back leads to them
 */
export const view = (id: string, of?: unknown): Page | undefined =>
  /^view_[0-9A-Za-z]{22}$/.test(id)
    ? {
        title: 'As a client sees it',
        styles: ['pages', 'portal'],
        scripts: portalScripts,
        body: html`<div class="firm column portal-head">
            <h1>As a client sees it</h1>
            <p><a href="/desk${isPerson(of) && `#person/${of}`}">Back to the desk</a></p>
          </div>
          <div class="column portal-column">
            <client-portal api="/portal-api" brand="${firm.brand}" view="${id}">${portalWaiting}</client-portal>
          </div>`,
      }
    : undefined;

const isPerson = (value: unknown): value is string =>
  typeof value === 'string' && /^per_[0-9A-Za-z]{22}$/.test(value);
