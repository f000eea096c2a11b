import type { Invitation } from '@casefront/core/contract/invitations';
import type { Session } from '@casefront/core/contract/session';
import { invitations } from '@casefront/core/endpoints/invitations';
import { isPortalError } from '@casefront/core/client';
import { html, type TemplateResult } from 'lit';
import english from '../locales/en.invitation.json' with { type: 'json' };
import { addEnglish, errorMessage, type I18n } from '../locales/index.ts';
import { mutation, portal, type PortalHost } from '../state/index.ts';
import { button, errorState, errorSummary, passwordField, skeleton, type FieldError } from '../ui/index.ts';
import { fieldOf, submitted, type Problems } from './form.ts';

addEnglish(english);

const PASSWORD = 'portal-new-password';

interface Done {
  readonly accepted: (session: Session) => void;
  readonly ended: () => void;
}

/** Accepting an invitation: who invites, into what, and a password of one's own. */
export class InvitationForm {
  readonly #host: PortalHost;
  readonly #done: Done;
  readonly #look;
  readonly #accept;
  #token = '';
  #invitation: Invitation | undefined;
  #problems: Problems = [];

  constructor(host: PortalHost, done: Done) {
    this.#host = host;
    this.#done = done;
    this.#look = mutation(host, invitations.look, { touches: [] });
    this.#accept = mutation(host, invitations.accept, { touches: [] });
  }

  /** Who is invited; undefined until the server has said. */
  get invitation(): Invitation | undefined {
    return this.#invitation;
  }

  /** Asks what the link is for. That burns nothing: mail scanners follow links too. */
  async look(token: string): Promise<void> {
    if (token === this.#token) return;
    this.#token = token;
    this.#invitation = await this.#look.run({ token });
    this.#host.requestUpdate();
    if (this.#hasEnded(this.#look.error)) this.#done.ended();
  }

  render(): TemplateResult {
    const { i18n, contact } = portal(this.#host);
    if (this.#invitation) return this.#form(i18n, this.#invitation);
    if (!this.#look.error) return skeleton(i18n, { shape: 'text' });
    return errorState(i18n, { error: this.#look.error, firm: contact, retry: this.#again });
  }

  #form(
    i18n: I18n,
    { firmName: firm, email, invitedBy, passwordMinimum: count }: Invitation,
  ): TemplateResult {
    const intro = invitedBy
      ? i18n.t('invitation.intro', { sender: invitedBy, firm })
      : i18n.t('invitation.intro-firm', { firm });
    const busy = this.#accept.busy && i18n.t('invitation.busy');
    return html`<p>${intro}</p>
      <form class="stack" part="form" method="post" novalidate @submit=${this.#submit}>
        ${errorSummary(i18n, this.#problems)}
        <p>${i18n.rich<string | TemplateResult>('invitation.for', { email: html`<strong>${email}</strong>` })}</p>
        ${username(email)}
        ${passwordField(i18n, {
          id: PASSWORD,
          name: 'password',
          label: i18n.t('invitation.password'),
          hint: i18n.t('invitation.password-hint', { count }),
          autocomplete: 'new-password',
          error: fieldOf(this.#problems, PASSWORD),
        })}
        ${button(i18n.t('invitation.submit'), { kind: 'primary', type: 'submit', busy })}
      </form>
      <div class="help">
        <p>${i18n.t('invitation.password-private', { firm })}</p>
        <p>${i18n.t('invitation.not-you', { firm })}</p>
      </div>`;
  }

  readonly #again = (): void => {
    const token = this.#token;
    this.#token = '';
    void this.look(token);
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    const { password } = submitted(event, ['password']);
    const { i18n } = portal(this.#host);
    this.#show(check(i18n, password, this.#invitation!.passwordMinimum));
    if (this.#problems.length) return;
    const session = await this.#accept.run({ token: this.#token, password });
    const { error } = this.#accept;
    if (session) this.#done.accepted(session);
    else if (this.#hasEnded(error)) this.#done.ended();
    else this.#show([refusal(i18n, error)]);
  };

  #show(problems: Problems): void {
    this.#problems = problems;
    this.#host.requestUpdate();
  }

  /** A link that was cut off on its way is as dead as one that has expired. */
  #hasEnded(error: unknown): boolean {
    return (
      isPortalError(error, 'invitation.ended') ||
      (!this.#invitation && isPortalError(error, 'request.invalid'))
    );
  }
}

/** Not for people: it tells a password manager whose password this is. */
const username = (email: string) =>
  html`<input
    class="visually-hidden"
    type="text"
    name="username"
    autocomplete="username"
    .value=${email}
    readonly
    tabindex="-1"
    aria-hidden="true"
  />`;

function check(i18n: I18n, password: string, count: number): FieldError[] {
  if (!password) return [{ field: PASSWORD, message: i18n.t('invitation.password-missing') }];
  const short = [...password].length < count;
  return short ? [{ field: PASSWORD, message: i18n.t('invitation.password-short', { count }) }] : [];
}

function refusal(i18n: I18n, error: unknown): FieldError {
  const field = isPortalError(error, 'password.weak') ? PASSWORD : undefined;
  return { field, message: errorMessage(i18n, error) };
}
