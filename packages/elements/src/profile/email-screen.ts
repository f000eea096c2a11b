import type { Profile } from '@casefront/core/contract/profile';
import { email as routes } from '@casefront/core/endpoints/email';
import { html } from 'lit';
import { errorMessage } from '../locales/index.ts';
import { form, mutation, portal, query, type PortalHost } from '../state/index.ts';
import {
  button,
  formatInstant,
  notice,
  textField,
  title,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import type { Leaving, Screen } from './screen.ts';

const ID = 'portal-profile-email';

/** Another address: both mailboxes have to say yes, and until then nothing has changed. */
export class EmailScreen implements Screen {
  readonly #host: PortalHost;
  readonly #back: Leaving['back'];
  readonly #change;
  readonly #cancel;
  readonly #form;

  constructor(host: PortalHost, { back }: Leaving) {
    this.#host = host;
    this.#back = back;
    const { i18n } = portal(host);
    this.#change = query(host, routes.get);
    this.#cancel = mutation(host, routes.cancel);
    const ask = mutation(host, routes.change);
    this.#form = form(host, {
      fields: ['email'],
      check: ({ email }) =>
        /^\S+@\S+\.\S+$/.test(email.trim()) ? [] : [{ field: ID, message: i18n.t('sign-in.email-check') }],
      send: ({ email }) => ask.send({ email: email.trim() }),
      refuse: (error) => ({ field: ID, message: errorMessage(i18n, error) }),
    });
  }

  render({ email }: Profile, level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    const change = this.#change.data?.change;
    return html`${title(level, i18n.t('profile.email'))}
    ${
      change
        ? notice(
            html`<p>${i18n.t('profile.email-waiting', { email: change.newEmail })}</p>
              <p>
                ${i18n.t(
                  change.oldConfirmed
                    ? 'profile.email-waiting-new'
                    : change.newConfirmed
                      ? 'profile.email-waiting-old'
                      : 'profile.email-waiting-both',
                  { old: email, new: change.newEmail },
                )}
                ${i18n.t('profile.email-until', { time: formatInstant(i18n, change.expiresAt) })}
              </p>`,
            {
              action: button(i18n.t('profile.email-cancel'), {
                busy: this.#cancel.busy && i18n.t('profile.saving'),
                click: () => void this.#cancel.run({}),
              }),
            },
          )
        : html`<p>${i18n.t('profile.email-intro', { email })}</p>
            ${this.#form.render(
              textField(i18n, {
                id: ID,
                name: 'email',
                type: 'email',
                label: i18n.t('profile.email-new'),
                autocomplete: 'email',
                error: this.#form.error(ID),
              }),
              {
                submit: i18n.t('profile.email-submit'),
                busy: i18n.t('profile.saving'),
                beside: button(i18n.t('profile.cancel'), { kind: 'quiet', click: () => this.#back() }),
              },
            )}`
    }
    ${change ? button(i18n.t('profile.back'), { kind: 'quiet', click: () => this.#back() }) : undefined}`;
  }
}
