import { password as routes } from '@casefront/core/endpoints/password';
import { html, type TemplateResult } from 'lit';
import english from '../locales/en.links.json' with { type: 'json' };
import { addEnglish, errorMessage } from '../locales/index.ts';
import { form, mutation, portal, type Part, type PortalHost } from '../state/index.ts';
import { button, textField, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { page } from './page.ts';
import type { Ends } from './steps.ts';

addEnglish(english);

const EMAIL = 'portal-forgot-email';

/** Asks for a link to set a new password. It says the same whoever the address belongs to. */
export class ForgotStep implements Part {
  readonly #host: PortalHost;
  readonly #ends: Ends;
  readonly #forgot;
  readonly #form;
  #sentTo: string | undefined;

  constructor(host: PortalHost, ends: Ends) {
    this.#host = host;
    this.#ends = ends;
    this.#forgot = mutation(host, routes.forgot, { touches: [] });
    this.#form = form(host, {
      fields: ['email'],
      check: ({ email }) => {
        const { i18n } = portal(host);
        if (!email.trim()) return [{ field: EMAIL, message: i18n.t('sign-in.email-missing') }];
        return /^\S+@\S+$/.test(email.trim())
          ? []
          : [{ field: EMAIL, message: i18n.t('sign-in.email-check') }];
      },
      send: async ({ email }) => {
        await this.#forgot.send({ email: email.trim() });
        this.#sentTo = email.trim();
      },
      refuse: (error) => ({ message: errorMessage(portal(host).i18n, error) }),
    });
  }

  open(): void {
    this.#sentTo = undefined;
    this.#form.show([]);
  }

  render(level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    const back = (words: string) => button(words, { kind: 'quiet', click: this.#ends.leave });
    if (this.#sentTo) {
      const email = html`<strong>${this.#sentTo}</strong>`;
      return page(this.#host, {
        level,
        title: i18n.t('link.sent'),
        body: [
          html`<p>${i18n.rich<string | TemplateResult>('forgot.sent', { email })}</p>`,
          html`<p>${i18n.t('link.spam')}</p>`,
        ],
        actions: back(i18n.t('link.back')),
      });
    }
    const field = textField(i18n, {
      id: EMAIL,
      name: 'email',
      type: 'email',
      label: i18n.t('sign-in.email'),
      autocomplete: 'username',
      value: this.#ends.typed(),
      error: this.#form.error(EMAIL),
    });
    return html`${title(level, i18n.t('forgot.title'))}
      <p>${i18n.t('forgot.intro')}</p>
      ${this.#form.render(field, {
        submit: i18n.t('forgot.submit'),
        busy: i18n.t('forgot.busy'),
        beside: back(i18n.t('link.back')),
      })}`;
  }
}
