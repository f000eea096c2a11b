import type { Session } from '@casefront/core/contract/session';
import type { Factors } from '@casefront/core/contract/factors';
import type { Profile } from '@casefront/core/contract/profile';
import { factors as routes } from '@casefront/core/endpoints/factors';
import { html, nothing } from 'lit';
import { PasskeySetup } from '../factors/passkey-setup.ts';
import { RecoveryCodes } from '../factors/recovery-codes.ts';
import { TotpSetup } from '../factors/totp-setup.ts';
import { errorMessage } from '../locales/index.ts';
import { dataView, mutation, portal, query, type PortalHost } from '../state/index.ts';
import { button, formatDate, notice, title, type Content, type HeadingLevel } from '../ui/index.ts';
import type { Leaving, Screen } from './screen.ts';

/** What takes the screen for a while. */
interface Step {
  render(level: HeadingLevel): Content;
}

/** What proves who somebody is beside the password: an app, passkeys, recovery codes. */
export class FactorsScreen implements Screen {
  readonly #host: PortalHost;
  readonly #back: Leaving['back'];
  readonly #factors;
  readonly #removeTotp;
  readonly #removePasskey;
  readonly #newCodes;
  /** What is being set up, or codes that are shown. */
  #step: Step | undefined;

  constructor(host: PortalHost, { back }: Leaving) {
    this.#host = host;
    this.#back = back;
    this.#factors = query(host, routes.list);
    this.#removeTotp = mutation(host, routes.removeTotp);
    this.#removePasskey = mutation(host, routes.removePasskey);
    this.#newCodes = mutation(host, routes.newRecoveryCodes);
  }

  render(_profile: Profile, level: HeadingLevel): Content {
    if (this.#step) return html`<div class="stack">${this.#step.render(level)}</div>`;
    const { i18n } = portal(this.#host);
    const failed = [this.#removeTotp, this.#removePasskey, this.#newCodes].find(({ error }) => error)?.error;
    return html`${title(level, i18n.t('profile.factors'))}
    <p>${i18n.t('profile.factors-intro')}</p>
    ${failed ? notice(errorMessage(i18n, failed), { tone: 'danger' }) : nothing}
    ${dataView(this.#factors, { ready: (factors) => this.#list(factors) })}
    ${button(i18n.t('profile.back'), { kind: 'quiet', click: () => this.#back() })}`;
  }

  #list({ totpSince, passkeys, recoveryCodes, required }: Factors): Content {
    const { i18n } = portal(this.#host);
    const any = totpSince !== null || passkeys.length > 0;
    const since = (at: string) => i18n.t('profile.factors-since', { day: formatDate(i18n, at.slice(0, 10)) });
    const remove = (name: string, mutation: { readonly busy: boolean }, act: () => unknown) =>
      button(i18n.t('profile.factors-remove'), {
        kind: 'quiet',
        label: i18n.t('profile.factors-remove-one', { name }),
        busy: mutation.busy && i18n.t('profile.saving'),
        click: () => void act(),
      });
    const app = i18n.t('profile.factors-totp');
    return html`${required ? notice(i18n.t('profile.factors-required')) : nothing}
      <ul class="settings" role="list">
        <li class="setting">
          <div class="setting__words">
            <p class="setting__name">${app}</p>
            <p class="muted">${totpSince ? since(totpSince) : i18n.t('profile.factors-none')}</p>
          </div>
          ${
            totpSince
              ? remove(app, this.#removeTotp, () => this.#removeTotp.run({}))
              : button(i18n.t('profile.factors-add'), {
                  label: i18n.t('profile.factors-add-one', { name: app }),
                  click: () => this.#open(new TotpSetup(this.#host, this.#ends)),
                })
          }
        </li>
        ${passkeys.map(
          ({ id, name, createdAt }) => html`<li class="setting">
            <div class="setting__words">
              <p class="setting__name">${i18n.t('profile.factors-passkey', { name })}</p>
              <p class="muted">${since(createdAt)}</p>
            </div>
            ${remove(name, this.#removePasskey, () => this.#removePasskey.run({ id }))}
          </li>`,
        )}
        ${
          any
            ? html`<li class="setting">
                <div class="setting__words">
                  <p class="setting__name">${i18n.t('profile.factors-codes')}</p>
                  <p class="muted">${i18n.t('profile.factors-codes-left', { count: recoveryCodes })}</p>
                </div>
                ${button(i18n.t('profile.factors-codes-new'), {
                  kind: 'quiet',
                  busy: this.#newCodes.busy && i18n.t('profile.saving'),
                  click: () => void this.#makeCodes(),
                })}
              </li>`
            : nothing
        }
      </ul>
      <p>
        ${button(i18n.t('profile.factors-add-passkey'), {
          click: () => this.#open(new PasskeySetup(this.#host, this.#ends)),
        })}
      </p>`;
  }

  readonly #ends = {
    done: (session: Session, codes: readonly string[] | null) => {
      portal(this.#host).state?.renew(session);
      if (codes) this.#show(codes);
      else this.#open(undefined);
    },
    back: () => this.#open(undefined),
  };

  async #makeCodes(): Promise<void> {
    const made = await this.#newCodes.run({});
    if (made) this.#show(made.recoveryCodes);
  }

  #show(codes: readonly string[]): void {
    this.#open(new RecoveryCodes(this.#host, codes, () => this.#open(undefined)));
  }

  #open(step: Step | undefined): void {
    this.#step = step;
    this.#host.requestUpdate();
  }
}
