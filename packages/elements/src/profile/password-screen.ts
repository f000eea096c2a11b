import type { Profile } from '@casefront/core/contract/profile';
import { password as routes } from '@casefront/core/endpoints/password';
import { isPortalError } from '@casefront/core/client';
import { html } from 'lit';
import { errorMessage } from '../locales/index.ts';
import { form, mutation, portal, type PortalHost } from '../state/index.ts';
import {
  button,
  passwordField,
  title,
  username,
  type Content,
  type FieldError,
  type HeadingLevel,
} from '../ui/index.ts';
import type { Leaving, Screen } from './screen.ts';

const CURRENT = 'portal-profile-current';
const NEW = 'portal-profile-new';

/** A new password, with the one that is known. Everybody else who is signed in as this person is out then. */
export class PasswordScreen implements Screen {
  readonly #host: PortalHost;
  readonly #back: Leaving['back'];
  readonly #form;
  /** Fewest characters, by the rule that holds for this person. */
  #count = 0;

  constructor(host: PortalHost, { back }: Leaving) {
    this.#host = host;
    this.#back = back;
    const { i18n } = portal(host);
    const change = mutation(host, routes.change);
    this.#form = form(host, {
      fields: ['current', 'password'],
      check: ({ current, password }) => [
        ...(current ? [] : [{ field: CURRENT, message: i18n.t('profile.password-current-missing') }]),
        ...this.#checkNew(password),
      ],
      send: async (typed) => {
        portal(host).state?.renew(await change.send(typed));
        back(i18n.t('profile.password-saved'));
      },
      refuse: (error) => {
        if (isPortalError(error, 'auth.failed'))
          return { field: CURRENT, message: i18n.t('profile.password-wrong') };
        const field = isPortalError(error, 'password.weak') ? NEW : undefined;
        return { field, message: errorMessage(i18n, error) };
      },
    });
  }

  render({ email, passwordMinimum: count }: Profile, level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    this.#count = count;
    const fields = [
      username(email),
      passwordField(i18n, {
        id: CURRENT,
        name: 'current',
        label: i18n.t('profile.password-current'),
        autocomplete: 'current-password',
        error: this.#form.error(CURRENT),
      }),
      passwordField(i18n, {
        id: NEW,
        name: 'password',
        label: i18n.t('profile.password-new'),
        hint: i18n.t('profile.password-hint', { count }),
        autocomplete: 'new-password',
        error: this.#form.error(NEW),
      }),
    ];
    return html`${title(level, i18n.t('profile.password'))}
      <p>${i18n.t('profile.password-intro')}</p>
      ${this.#form.render(fields, {
        submit: i18n.t('profile.save'),
        busy: i18n.t('profile.saving'),
        beside: button(i18n.t('profile.cancel'), { kind: 'quiet', click: () => this.#back() }),
      })}`;
  }

  #checkNew(password: string): FieldError[] {
    const { i18n } = portal(this.#host);
    if (!password) return [{ field: NEW, message: i18n.t('profile.password-new-missing') }];
    if ([...password].length >= this.#count) return [];
    return [{ field: NEW, message: i18n.t('profile.password-short', { count: this.#count }) }];
  }
}
