import type { Session } from '@casefront/core/contract/session';
import { session } from '@casefront/core/endpoints/session';
import { html, nothing, type TemplateResult } from 'lit';
import { errorMessage, type I18n } from '../locales/index.ts';
import { form, portal, type PortalHost, type Typed } from '../state/index.ts';
import { button, passwordField, phoneLink, textField, type FieldError } from '../ui/index.ts';
import { keyIcon } from '../ui/icons.ts';

const EMAIL = 'portal-email';
const PASSWORD = 'portal-password';

interface SignInWays {
  readonly begin: (session: Session) => void;
  readonly forgot: () => void;
}

/** Signing in with an address and a password, or a passkey. Unknown address and wrong password look the same. */
export class SignInForm {
  readonly #host: PortalHost;
  readonly #ways: SignInWays;
  readonly #form;
  #passkey = false;

  constructor(host: PortalHost, ways: SignInWays) {
    this.#host = host;
    this.#ways = ways;
    this.#form = form(host, {
      fields: ['email', 'password'],
      check: (typed) => check(portal(host).i18n, typed),
      send: async ({ email, password }) =>
        ways.begin(await portal(host).state!.client.call(session.create, { email: email.trim(), password })),
      refuse: (error) => ({ message: errorMessage(portal(host).i18n, error) }),
    });
  }

  render(): TemplateResult {
    const { i18n } = portal(this.#host);
    const fields = [
      textField(i18n, {
        id: EMAIL,
        name: 'email',
        type: 'email',
        label: i18n.t('sign-in.email'),
        autocomplete: 'username',
        error: this.#form.error(EMAIL),
      }),
      passwordField(i18n, {
        id: PASSWORD,
        name: 'password',
        label: i18n.t('sign-in.password'),
        autocomplete: 'current-password',
        error: this.#form.error(PASSWORD),
      }),
    ];
    return html`${this.#form.render(fields, { submit: i18n.t('sign-in.submit'), busy: i18n.t('sign-in.busy') })}
      <div class="ways">
        ${button(i18n.t('sign-in.forgot'), { kind: 'quiet', click: this.#ways.forgot })}
        ${
          globalThis.PublicKeyCredential
            ? button(i18n.t('sign-in.passkey'), {
                kind: 'quiet',
                icon: keyIcon,
                busy: this.#passkey && i18n.t('sign-in.busy'),
                click: this.#usePasskey,
              })
            : nothing
        }
      </div>
      ${this.#help()}`;
  }

  #help(): TemplateResult | typeof nothing {
    const { i18n, firm } = portal(this.#host);
    if (!firm) return nothing;
    const { name, contact } = firm;
    return html`<div class="help">
      <p>${i18n.t('sign-in.no-account', { firm: name })}</p>
      <p>
        ${i18n.rich<string | TemplateResult>('sign-in.help', { firm: name, phone: phoneLink(contact.phone) })}
      </p>
    </div>`;
  }

  readonly #usePasskey = async (): Promise<void> => {
    const { state } = portal(this.#host);
    this.#passkey = true;
    this.#form.show([]);
    try {
      const { signInWithPasskey } = await import('../factors/passkey-sign-in.ts');
      const answer = await signInWithPasskey(state!);
      if ('person' in answer) this.#ways.begin(answer);
      else this.#form.show([answer]);
    } catch {
      this.#form.show([{ message: errorMessage(portal(this.#host).i18n, { code: 'network' }) }]);
    }
    this.#passkey = false;
    this.#host.requestUpdate();
  };
}

function check(i18n: I18n, { email, password }: Typed<'email' | 'password'>): FieldError[] {
  const problems: FieldError[] = [];
  const address = email.trim();
  if (!address) problems.push({ field: EMAIL, message: i18n.t('sign-in.email-missing') });
  // Whether an address exists is the mail server's to say; this catches a name or a telephone number.
  else if (!/^\S+@\S+$/.test(address))
    problems.push({ field: EMAIL, message: i18n.t('sign-in.email-check') });
  if (!password) problems.push({ field: PASSWORD, message: i18n.t('sign-in.password-missing') });
  return problems;
}
