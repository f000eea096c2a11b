import type { InputOf } from '@casefront/core';
import type { Profile } from '@casefront/core/contract/profile';
import { profile as routes } from '@casefront/core/endpoints/profile';
import { html } from 'lit';
import { errorMessage, type Key } from '../locales/index.ts';
import { form, mutation, portal, type Form, type PortalHost } from '../state/index.ts';
import { button, title, type Content, type HeadingLevel } from '../ui/index.ts';
import type { Leaving, Screen } from './screen.ts';

type Update = InputOf<NonNullable<typeof routes.update.types>>;

export interface FieldOptions {
  readonly title: Key;
  readonly intro?: Key;
  /** The control; its name is `value`. */
  readonly field: (profile: Profile, error: string | undefined) => Content;
  /** What is wrong before the server is asked. */
  readonly check?: (value: string) => Key | undefined;
  /** What the server is told. */
  readonly update: (value: string) => Update;
  /** Done once the server has it. */
  readonly saved?: (profile: Profile) => void;
}

export const FIELD = 'portal-profile-value';

/** One value of a person's own: a form with one field. */
export class FieldScreen implements Screen {
  readonly #host: PortalHost;
  readonly #options: FieldOptions;
  readonly #back: Leaving['back'];
  readonly #form: Form<'value'>;

  constructor(host: PortalHost, options: FieldOptions, { back }: Leaving) {
    this.#host = host;
    this.#options = options;
    this.#back = back;
    const { i18n } = portal(host);
    const change = mutation(host, routes.update);
    this.#form = form(host, {
      fields: ['value'],
      check: ({ value }) => {
        const wrong = options.check?.(value.trim());
        return wrong ? [{ field: FIELD, message: i18n.t(wrong) }] : [];
      },
      send: async ({ value }) => {
        const profile = await change.send(options.update(value.trim()));
        options.saved?.(profile);
        back(portal(host).i18n.t('profile.saved'));
      },
      refuse: (error) => ({ field: FIELD, message: errorMessage(i18n, error) }),
    });
  }

  render(profile: Profile, level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    const { title: words, intro, field } = this.#options;
    return html`${title(level, i18n.t(words))} ${intro ? html`<p>${i18n.t(intro)}</p>` : undefined}
    ${this.#form.render(field(profile, this.#form.error(FIELD)), {
      submit: i18n.t('profile.save'),
      busy: i18n.t('profile.saving'),
      beside: button(i18n.t('profile.cancel'), { kind: 'quiet', click: () => this.#back() }),
    })}`;
  }
}
