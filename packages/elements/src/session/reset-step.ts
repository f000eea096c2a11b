import { password as routes } from '@casefront/core/endpoints/password';
import { html, type TemplateResult } from 'lit';
import { form, mutation, portal, type Part, type PortalHost } from '../state/index.ts';
import { button, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { hasEnded, Link } from './link.ts';
import { checkPassword, newPassword, passwordRefused } from './new-password.ts';
import { page } from './page.ts';
import type { Ends } from './steps.ts';

/** A new password, by the link of a mail. */
export class ResetStep implements Part {
  readonly #host: PortalHost;
  readonly #ends: Ends;
  readonly #link;
  readonly #reset;
  readonly #form;
  #count = 0;

  constructor(host: PortalHost, ends: Ends) {
    this.#host = host;
    this.#ends = ends;
    this.#link = new Link(host, routes.look);
    this.#reset = mutation(host, routes.reset, { touches: [] });
    this.#form = form(host, {
      fields: ['password'],
      check: ({ password }) => checkPassword(portal(host).i18n, password, this.#count),
      send: async ({ password }) =>
        ends.begin(await this.#reset.send({ token: this.#link.secret, password })),
      refuse: (error) => {
        if (hasEnded(error)) this.#link.end(error);
        return passwordRefused(portal(host).i18n, error);
      },
    });
  }

  open(): void {
    this.#form.show([]);
  }

  render(level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    return this.#link.render({
      ready: ({ firmName: firm, email, passwordMinimum: count }) => {
        this.#count = count;
        const fields = html`<p>
            ${i18n.rich<string | TemplateResult>('reset.for', { firm, email: html`<strong>${email}</strong>` })}
          </p>
          ${newPassword(i18n, this.#form, { email, count })}`;
        return html`${title(level, i18n.t('reset.title'))}
          ${this.#form.render(fields, { submit: i18n.t('reset.submit'), busy: i18n.t('reset.busy') })}
          <div class="help">
            <p>${i18n.t('reset.others')}</p>
            <p>${i18n.t('password.private', { firm })}</p>
          </div>`;
      },
      ended: (cut) =>
        page(this.#host, {
          level,
          title: i18n.t(cut ? 'link.cut' : 'link.ended'),
          body: i18n.t(cut ? 'link.cut-body' : 'reset.ended'),
          actions: [
            button(i18n.t('reset.again'), { kind: 'primary', click: this.#ends.forgot }),
            button(i18n.t('sign-in.submit'), { click: this.#ends.leave }),
          ],
        }),
    });
  }
}
