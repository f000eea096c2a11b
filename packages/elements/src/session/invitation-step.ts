import type { Invitation } from '@casefront/core/contract/invitations';
import { invitations } from '@casefront/core/endpoints/invitations';
import { html, type TemplateResult } from 'lit';
import english from '../locales/en.invitation.json' with { type: 'json' };
import { addEnglish, type I18n } from '../locales/index.ts';
import { form, mutation, portal, type Part, type PortalHost } from '../state/index.ts';
import { button, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { hasEnded, Link } from './link.ts';
import { checkPassword, newPassword, passwordRefused } from './new-password.ts';
import { page } from './page.ts';
import type { Ends } from './steps.ts';

addEnglish(english);

/** Accepting an invitation: who invites, into what, and a password of one's own. */
export class InvitationStep implements Part {
  readonly #host: PortalHost;
  readonly #ends: Ends;
  readonly #link;
  readonly #accept;
  readonly #renew;
  readonly #form;
  #count = 0;
  #renewed = false;

  constructor(host: PortalHost, ends: Ends) {
    this.#host = host;
    this.#ends = ends;
    this.#link = new Link(host, invitations.look);
    this.#accept = mutation(host, invitations.accept, { touches: [] });
    this.#renew = mutation(host, invitations.renew, { touches: [] });
    this.#form = form(host, {
      fields: ['password'],
      check: ({ password }) => checkPassword(portal(host).i18n, password, this.#count),
      send: async ({ password }) =>
        ends.begin(await this.#accept.send({ token: this.#link.secret, password })),
      refuse: (error) => {
        if (hasEnded(error)) this.#link.end(error);
        return passwordRefused(portal(host).i18n, error);
      },
    });
  }

  open(): void {
    this.#renewed = false;
    this.#form.show([]);
  }

  render(level: HeadingLevel): Content {
    return this.#link.render({
      ready: (invitation) => this.#ready(level, invitation),
      ended: (cut) => (this.#renewed ? this.#sent(level) : this.#ended(level, cut)),
    });
  }

  #ready(level: HeadingLevel, invitation: Invitation): TemplateResult {
    const { i18n } = portal(this.#host);
    const { firmName: firm, personName: name, email, passwordMinimum: count } = invitation;
    this.#count = count;
    const fields = html`<p>
        ${i18n.rich<string | TemplateResult>('invitation.for', { email: html`<strong>${email}</strong>` })}
      </p>
      ${newPassword(i18n, this.#form, { email, count })}`;
    return html`${title(level, i18n.t('invitation.title', { name }))}
      <p>${intro(i18n, invitation)}</p>
      ${this.#form.render(fields, { submit: i18n.t('invitation.submit'), busy: i18n.t('invitation.busy') })}
      <div class="help">
        <p>${i18n.t('password.private', { firm })}</p>
        <p>${i18n.t('invitation.not-you', { firm })}</p>
      </div>`;
  }

  /** What happened, and a new link for one press: to the same address, which is not told here. */
  #ended(level: HeadingLevel, cut: boolean): TemplateResult {
    const { i18n } = portal(this.#host);
    const busy = this.#renew.busy && i18n.t('link.renewing');
    const renew = button(i18n.t('link.renew'), { kind: 'primary', busy, click: () => void this.#askAgain() });
    return page(this.#host, {
      level,
      title: i18n.t(cut ? 'link.cut' : 'link.ended'),
      body: i18n.t(cut ? 'link.cut-body' : 'invitation.ended'),
      actions: [cut ? undefined : renew, button(i18n.t('sign-in.submit'), { click: this.#ends.leave })],
    });
  }

  #sent(level: HeadingLevel): TemplateResult {
    const { i18n } = portal(this.#host);
    return page(this.#host, {
      level,
      title: i18n.t('link.sent'),
      body: [html`<p>${i18n.t('link.renewed')}</p>`, html`<p>${i18n.t('link.spam')}</p>`],
      actions: button(i18n.t('link.back'), { click: this.#ends.leave }),
    });
  }

  async #askAgain(): Promise<void> {
    await this.#renew.run({ token: this.#link.secret });
    if (this.#renew.error) this.#link.end(this.#renew.error);
    else this.#renewed = true;
    this.#host.requestUpdate();
  }
}

/** What one is invited to: a client to their case, a member of the firm to the work. */
function intro(i18n: I18n, { firmName: firm, invitedBy: sender, kind }: Invitation): string {
  if (kind === 'staff')
    return sender
      ? i18n.t('invitation.intro-staff', { sender, firm })
      : i18n.t('invitation.intro-staff-firm', { firm });
  return sender ? i18n.t('invitation.intro', { sender, firm }) : i18n.t('invitation.intro-firm', { firm });
}
