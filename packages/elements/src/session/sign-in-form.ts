import type { Session } from '@casefront/core/contract/session';
import { session } from '@casefront/core/endpoints/session';
import { html, nothing, type TemplateResult } from 'lit';
import { errorMessage, type I18n } from '../locales/index.ts';
import { mutation, portal, type PortalHost } from '../state/index.ts';
import { button, errorSummary, passwordField, phoneLink, textField, type FieldError } from '../ui/index.ts';
import { fieldOf, submitted, type Problems } from './form.ts';

const EMAIL = 'portal-email';
const PASSWORD = 'portal-password';

/** Signing in with an address and a password. Unknown address and wrong password look the same. */
export class SignInForm {
  readonly #host: PortalHost;
  readonly #done: (session: Session) => void;
  readonly #create;
  #problems: Problems = [];

  /** @param done called with the new session */
  constructor(host: PortalHost, done: (session: Session) => void) {
    this.#host = host;
    this.#done = done;
    this.#create = mutation(host, session.create, { touches: [] });
  }

  render(): TemplateResult {
    const { i18n, firm } = portal(this.#host);
    const busy = this.#create.busy && i18n.t('sign-in.busy');
    return html`<form class="stack" part="form" method="post" novalidate @submit=${this.#submit}>
        ${errorSummary(i18n, this.#problems)}
        ${textField(i18n, {
          id: EMAIL,
          name: 'email',
          type: 'email',
          label: i18n.t('sign-in.email'),
          autocomplete: 'username',
          error: fieldOf(this.#problems, EMAIL),
        })}
        ${passwordField(i18n, {
          id: PASSWORD,
          name: 'password',
          label: i18n.t('sign-in.password'),
          autocomplete: 'current-password',
          error: fieldOf(this.#problems, PASSWORD),
        })}
        ${button(i18n.t('sign-in.submit'), { kind: 'primary', type: 'submit', busy })}
      </form>
      ${
        firm
          ? html`<div class="help">
              <p>${i18n.t('sign-in.no-account', { firm: firm.name })}</p>
              <p>
                ${i18n.rich<string | TemplateResult>('sign-in.help', {
                  firm: firm.name,
                  phone: phoneLink(firm.contact.phone),
                })}
              </p>
            </div>`
          : nothing
      }`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    const { email, password } = submitted(event, ['email', 'password']);
    const { i18n } = portal(this.#host);
    this.#show(check(i18n, email.trim(), password));
    if (this.#problems.length) return;
    const session = await this.#create.run({ email: email.trim(), password });
    if (session) this.#done(session);
    else this.#show([{ message: errorMessage(i18n, this.#create.error) }]);
  };

  #show(problems: Problems): void {
    this.#problems = problems;
    this.#host.requestUpdate();
  }
}

function check(i18n: I18n, email: string, password: string): FieldError[] {
  const problems: FieldError[] = [];
  if (!email) problems.push({ field: EMAIL, message: i18n.t('sign-in.email-missing') });
  // Whether an address exists is the mail server's to say; this catches a name or a telephone number.
  else if (!/^\S+@\S+$/.test(email)) problems.push({ field: EMAIL, message: i18n.t('sign-in.email-check') });
  if (!password) problems.push({ field: PASSWORD, message: i18n.t('sign-in.password-missing') });
  return problems;
}
