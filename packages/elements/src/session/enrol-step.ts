import { html } from 'lit';
import { PasskeySetup } from '../factors/passkey-setup.ts';
import { hasPasskeys } from '../factors/passkey.ts';
import { TotpSetup } from '../factors/totp-setup.ts';
import { factorStyles } from '../factors/styles.ts';
import { portal, type Part, type PortalHost } from '../state/index.ts';
import { addStyles } from '../theme/index.ts';
import { button, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { fingerprintIcon, smartphoneIcon } from '../ui/icons.ts';
import type { Ends } from './steps.ts';

/** Setting up a second factor on the way in, because the firm asks for one. */
export class EnrolStep implements Part {
  readonly #host: PortalHost;
  readonly #ends: Ends;
  #setup: TotpSetup | PasskeySetup | undefined;

  constructor(host: PortalHost, ends: Ends) {
    addStyles(host, factorStyles);
    this.#host = host;
    this.#ends = ends;
  }

  open(): void {
    this.#setup = undefined;
  }

  render(level: HeadingLevel): Content {
    if (this.#setup) return this.#setup.render(level);
    const { i18n, firm, state } = portal(this.#host);
    return html`<div class="sign-in__head">
        ${title(level, i18n.t('enrol.title'))}
        <p>${i18n.t('enrol.intro', { firm: firm?.name ?? '' })}</p>
      </div>
      <ul class="offers" role="list">
        ${hasPasskeys() ? this.#offer('passkey', fingerprintIcon, PasskeySetup) : undefined}
        ${this.#offer('totp', smartphoneIcon, TotpSetup)}
      </ul>
      <div class="help">
        <p>${i18n.t('enrol.codes')}</p>
        <div class="ways">${button(i18n.t('prove.stop'), { kind: 'quiet', click: () => void state?.signOut() })}</div>
      </div>`;
  }

  #offer(
    kind: 'passkey' | 'totp',
    icon: typeof smartphoneIcon,
    Setup: typeof TotpSetup | typeof PasskeySetup,
  ): Content {
    const { i18n } = portal(this.#host);
    const begin = () => this.#begin(Setup);
    return html`<li class="offer">
      ${button(i18n.t(`enrol.${kind}`), { icon, click: begin })}
      <p class="muted">${i18n.t(`enrol.${kind}-body`)}</p>
    </li>`;
  }

  #begin(Setup: typeof TotpSetup | typeof PasskeySetup | undefined): void {
    this.#setup =
      Setup && new Setup(this.#host, { done: this.#ends.begin, back: () => this.#begin(undefined) });
    this.#host.requestUpdate();
  }
}
