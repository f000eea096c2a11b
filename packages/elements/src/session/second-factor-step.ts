import { html } from 'lit';
import { Prove } from '../factors/prove.ts';
import { factorStyles } from '../factors/styles.ts';
import { portal, type Part, type PortalHost } from '../state/index.ts';
import { addStyles } from '../theme/index.ts';
import { button, callUs, title, type Content, type HeadingLevel } from '../ui/index.ts';
import type { Ends } from './steps.ts';

/** The second step of signing in. */
export class SecondFactorStep implements Part {
  readonly #host: PortalHost;
  readonly #prove;

  constructor(host: PortalHost, { begin }: Ends) {
    addStyles(host, factorStyles);
    this.#host = host;
    this.#prove = new Prove(host, {
      session: () => portal(host).state?.begun,
      done: begin,
    });
  }

  open(): void {
    this.#prove.open();
  }

  render(level: HeadingLevel): Content {
    const { i18n, contact, state } = portal(this.#host);
    return html`<div class="sign-in__head">
        ${title(level, i18n.t('prove.sign-in'))}
        <p class="muted">${i18n.t('prove.sign-in-body')}</p>
      </div>
      ${this.#prove.render()}
      <div class="help">
        <p>${i18n.t('prove.lost')}</p>
        ${callUs(i18n, contact)}
        <div class="ways">${button(i18n.t('prove.stop'), { kind: 'quiet', click: () => void state?.signOut() })}</div>
      </div>`;
  }
}
