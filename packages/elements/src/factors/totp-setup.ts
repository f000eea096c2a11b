import type { ResultOf } from '@casefront/core';
import { factors } from '@casefront/core/endpoints/factors';
import { html } from 'lit';
import english from '../locales/en.factors.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { form, mutation, portal, type PortalHost } from '../state/index.ts';
import {
  button,
  errorState,
  skeleton,
  textField,
  title,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import { proofProblem } from './problem.ts';
import { digits } from './prove.ts';
import { qr } from './qr.ts';
import type { SetupEnds } from './setup.ts';

addEnglish(english);

const CODE = 'portal-totp-code';

type Secret = ResultOf<NonNullable<typeof factors.startTotp.types>>;

/** An authenticator app: its secret to scan or to type, and a code of it back. */
export class TotpSetup {
  readonly #host: PortalHost;
  readonly #ends: SetupEnds;
  readonly #start;
  readonly #confirm;
  readonly #form;
  #secret: Secret | undefined;

  constructor(host: PortalHost, ends: SetupEnds) {
    this.#host = host;
    this.#ends = ends;
    this.#start = mutation(host, factors.startTotp, { touches: [] });
    this.#confirm = mutation(host, factors.confirmTotp);
    this.#form = form(host, {
      fields: ['code'],
      check: ({ code }) =>
        digits(code).length === 6 ? [] : [{ field: CODE, message: portal(host).i18n.t('prove.code-check') }],
      send: async ({ code }) => {
        const { session, recoveryCodes } = await this.#confirm.send({ code: digits(code) });
        ends.done(session, recoveryCodes);
      },
      refuse: (error) => ({ field: CODE, message: proofProblem(portal(host).i18n, error) }),
    });
    void this.#begin();
  }

  render(level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    return html`${title(level, i18n.t('totp.title'))} ${this.#content()}`;
  }

  #content(): Content {
    const { i18n, contact } = portal(this.#host);
    const { error } = this.#start;
    if (error) {
      const retry = () => void this.#begin();
      return [errorState(i18n, { error, firm: contact, retry, title: i18n.t('totp.failed') }), this.#back()];
    }
    if (!this.#secret) return skeleton(i18n, { shape: 'text' });
    const { secret, uri } = this.#secret;
    const code = textField(i18n, {
      id: CODE,
      name: 'code',
      label: i18n.t('totp.code'),
      hint: i18n.t('prove.code-hint'),
      autocomplete: 'one-time-code',
      keys: 'numeric',
      error: this.#form.error(CODE),
    });
    return html`<ol class="instructions">
        <li>${i18n.t('totp.install')}</li>
        <li>
          <p>${i18n.t('totp.scan')}</p>
          ${qr(uri, i18n.t('totp.picture'))}
          <p>${i18n.t('totp.type')}</p>
          <p class="secret">${secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          ${uri.startsWith('otpauth:') ? html`<p><a class="link" href=${uri}>${i18n.t('totp.open')}</a></p>` : undefined}
        </li>
        <li>${i18n.t('totp.confirm')}</li>
      </ol>
      ${this.#form.render(code, {
        submit: i18n.t('totp.submit'),
        busy: i18n.t('prove.busy'),
        beside: this.#back(),
      })}`;
  }

  #back(): Content {
    return button(portal(this.#host).i18n.t('setup.back'), { kind: 'quiet', click: this.#ends.back });
  }

  async #begin(): Promise<void> {
    this.#secret = await this.#start.run({});
    this.#host.requestUpdate();
  }
}
