import type { Session } from '@casefront/core/contract/session';
import { session as routes } from '@casefront/core/endpoints/session';
import { html, nothing } from 'lit';
import english from '../locales/en.factors.json' with { type: 'json' };
import { addEnglish, type Key } from '../locales/index.ts';
import { form, mutation, portal, type Form, type PortalHost, type Typed } from '../state/index.ts';
import {
  button,
  notice,
  passwordField,
  textField,
  username,
  type Content,
  type FieldError,
} from '../ui/index.ts';
import { hasPasskeys, showPasskey } from './passkey.ts';
import { proofProblem } from './problem.ts';

addEnglish(english);

const PASSWORD = 'portal-proof-password';
const CODE = 'portal-proof-code';

/** How a person can show who they are, the easiest first. */
const ways = ['passkey', 'totp', 'recovery-code', 'password'] as const;
type Way = (typeof ways)[number];

const words: Record<Way, Key> = {
  passkey: 'prove.use-passkey',
  totp: 'prove.use-code',
  'recovery-code': 'prove.use-recovery',
  password: 'prove.use-password',
};

interface ProveOptions {
  /** The session that is to be finished, or made fresh. */
  readonly session: () => Session | null | undefined;
  readonly done: (session: Session) => void;
  /** Beside the button. */
  readonly beside?: () => Content;
}

/** Asks for a passkey, a code or the password, one at a time, with the way to the others. */
export class Prove {
  readonly #host: PortalHost;
  readonly #options: ProveOptions;
  readonly #password;
  readonly #code;
  readonly #challenge;
  readonly #passkey;
  readonly #form: Form<'password' | 'code'>;
  #chosen: Way | undefined;

  constructor(host: PortalHost, options: ProveOptions) {
    this.#host = host;
    this.#options = options;
    this.#password = mutation(host, routes.confirmPassword, { touches: [] });
    this.#code = mutation(host, routes.confirmCode, { touches: [] });
    this.#challenge = mutation(host, routes.passkeyOptions, { touches: [] });
    this.#passkey = mutation(host, routes.confirmPasskey, { touches: [] });
    this.#form = form(host, {
      fields: ['password', 'code'],
      check: (typed) => this.#check(typed),
      send: async (typed) => options.done(await this.#send(typed)),
      refuse: (error) => ({ field: this.#field, message: proofProblem(portal(host).i18n, error) }),
    });
  }

  /** Begins anew. */
  open(): void {
    this.#chosen = undefined;
    this.#form.show([]);
  }

  render(): Content {
    const { i18n } = portal(this.#host);
    const way = this.#way;
    if (!way) return notice(i18n.t('prove.none'), { tone: 'warning' });
    const others = this.#open.filter((one) => one !== way);
    return html`${this.#form.render(this.#fields(way), {
      submit: i18n.t(way === 'passkey' ? 'prove.use-passkey' : 'prove.submit'),
      busy: i18n.t('prove.busy'),
      beside: this.#options.beside?.(),
    })}
    ${
      others.length
        ? html`<div class="ways" role="group" aria-label=${i18n.t('prove.other')}>
          ${others.map((one) => button(i18n.t(words[one]), { kind: 'quiet', click: () => void this.#choose(one) }))}
        </div>`
        : nothing
    }`;
  }

  /** A password proves nothing where there is more, and a passkey only in a browser that has them. */
  get #open(): readonly Way[] {
    const factors = this.#options.session()?.factors ?? [];
    const given = ways.filter((way) => factors.includes(way));
    const strong = given.filter((way) => way !== 'password');
    return (strong.length ? strong : given).filter((way) => way !== 'passkey' || hasPasskeys());
  }

  get #way(): Way | undefined {
    const open = this.#open;
    return open.find((way) => way === this.#chosen) ?? open[0];
  }

  /** The id of the field of this way. */
  get #field(): string | undefined {
    const way = this.#way;
    return way === 'passkey' ? undefined : way === 'password' ? PASSWORD : CODE;
  }

  #fields(way: Way): Content {
    const { i18n } = portal(this.#host);
    const error = this.#form.error(this.#field ?? '');
    if (way === 'passkey') return html`<p>${i18n.t('passkey.how')}</p>`;
    if (way === 'password') {
      return [
        username(this.#options.session()?.person.email),
        passwordField(i18n, {
          id: PASSWORD,
          name: 'password',
          label: i18n.t('prove.password'),
          autocomplete: 'current-password',
          error,
        }),
      ];
    }
    const app = way === 'totp';
    return textField(i18n, {
      id: CODE,
      name: 'code',
      label: i18n.t(app ? 'prove.code' : 'prove.recovery'),
      hint: i18n.t(app ? 'prove.code-hint' : 'prove.recovery-hint'),
      autocomplete: app ? 'one-time-code' : 'off',
      keys: app ? 'numeric' : undefined,
      error,
    });
  }

  async #choose(way: Way): Promise<void> {
    this.#chosen = way;
    this.#form.show([]);
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#field}`)?.focus();
  }

  #check({ password, code }: Typed<'password' | 'code'>): FieldError[] {
    const { i18n } = portal(this.#host);
    const missing = (message: string) => [{ field: this.#field, message }];
    if (this.#way === 'password') return password ? [] : missing(i18n.t('prove.password-missing'));
    if (this.#way === 'totp') return digits(code).length === 6 ? [] : missing(i18n.t('prove.code-check'));
    if (this.#way === 'recovery-code')
      return code.trim().length > 5 ? [] : missing(i18n.t('prove.recovery-check'));
    return [];
  }

  async #send({ password, code }: Typed<'password' | 'code'>): Promise<Session> {
    if (this.#way === 'password') return this.#password.send({ password });
    if (this.#way === 'totp') return this.#code.send({ code: digits(code) });
    if (this.#way === 'recovery-code') return this.#code.send({ code: code.trim() });
    const { options } = await this.#challenge.send({});
    return this.#passkey.send({ response: await showPasskey(options) });
  }
}

/** Apps show codes in two groups, and people type them so. */
export const digits = (code: string): string => code.replace(/\D/g, '');
