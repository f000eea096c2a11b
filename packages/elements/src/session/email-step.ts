import { isPortalError } from '@casefront/core/client';
import type { ResultOf } from '@casefront/core';
import { email as routes } from '@casefront/core/endpoints/email';
import { html, type TemplateResult } from 'lit';
import { errorMessage } from '../locales/index.ts';
import { form, mutation, portal, type Part, type PortalHost } from '../state/index.ts';
import { button, passwordField, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { hasEnded, Link } from './link.ts';
import { page } from './page.ts';
import type { Ends } from './steps.ts';

const PASSWORD = 'portal-email-password';

type About = ResultOf<NonNullable<typeof routes.look.types>>;

/** Says yes to a change of address, for the mailbox that the link came to. The second yes makes the change. */
export class EmailStep implements Part {
  readonly #host: PortalHost;
  readonly #ends: Ends;
  readonly #link;
  readonly #confirm;
  readonly #form;
  /** Whether the address has changed; undefined while this mailbox has not said yes. */
  #changed: boolean | undefined;

  constructor(host: PortalHost, ends: Ends) {
    this.#host = host;
    this.#ends = ends;
    this.#link = new Link(host, routes.look);
    this.#confirm = mutation(host, routes.confirm);
    this.#form = form(host, {
      fields: ['password'],
      check: ({ password }) =>
        password ? [] : [{ field: PASSWORD, message: portal(host).i18n.t('sign-in.password-missing') }],
      send: async ({ password }) => {
        const { changed } = await this.#confirm.send({ token: this.#link.secret, password });
        this.#changed = changed;
        if (changed && portal(host).session) await portal(host).state?.load();
      },
      refuse: (error) => {
        const { i18n } = portal(host);
        if (hasEnded(error)) this.#link.end(error);
        if (isPortalError(error, 'auth.failed'))
          return { field: PASSWORD, message: i18n.t('email.password-wrong') };
        return { message: errorMessage(i18n, error) };
      },
    });
  }

  open(): void {
    this.#changed = undefined;
    this.#form.show([]);
  }

  render(level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    return this.#link.render({
      ready: (about) => (this.#changed === undefined ? this.#ask(level, about) : this.#done(level, about)),
      ended: (cut) =>
        this.#page(
          level,
          i18n.t(cut ? 'link.cut' : 'link.ended'),
          i18n.t(cut ? 'link.cut-body' : 'email.ended'),
        ),
    });
  }

  #ask(level: HeadingLevel, { firmName: firm, newEmail }: About): TemplateResult {
    const { i18n } = portal(this.#host);
    const field = passwordField(i18n, {
      id: PASSWORD,
      name: 'password',
      label: i18n.t('sign-in.password'),
      hint: i18n.t('email.password-hint'),
      autocomplete: 'current-password',
      error: this.#form.error(PASSWORD),
    });
    const address = html`<strong>${newEmail}</strong>`;
    return html`${title(level, i18n.t('email.title'))}
      <p>${i18n.rich<string | TemplateResult>('email.intro', { firm, email: address })}</p>
      ${this.#form.render(field, { submit: i18n.t('email.submit'), busy: i18n.t('email.busy') })}
      <div class="help"><p>${i18n.t('email.not-you', { firm })}</p></div>`;
  }

  #done(level: HeadingLevel, { newEmail: email, side }: About): TemplateResult {
    const { i18n } = portal(this.#host);
    if (this.#changed)
      return this.#page(level, i18n.t('email.changed'), i18n.t('email.changed-body', { email }));
    const rest = i18n.t(side === 'new' ? 'email.half-new' : 'email.half-old', { email });
    return this.#page(level, i18n.t('email.half'), rest);
  }

  #page(level: HeadingLevel, words: string, body: string): TemplateResult {
    const { i18n, session } = portal(this.#host);
    const on = i18n.t(session ? 'link.continue' : 'sign-in.submit');
    const actions = button(on, { kind: 'primary', click: this.#ends.leave });
    return page(this.#host, { level, title: words, body, actions });
  }
}
