import type { PortalClient } from '@casefront/core/client';
import type { Session } from '@casefront/core/contract/session';
import { html, nothing } from 'lit';
import { announce, Parts, portal } from '../state/index.ts';
import {
  callUs,
  errorState,
  focusTitle,
  notice,
  title,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import { LightElement } from './light-element.ts';
import { SignInForm } from './sign-in-form.ts';
import { loadStep, type Ends, type StepName } from './steps.ts';
import { styles } from './styles.ts';

/**
 * Signs in, with a second factor where there is one, and takes what the links of mails are for: an invitation
 * (`#invitation=…`), a new password (`#reset=…`), another address (`#email=…`). Hidden while somebody is signed in.
 * It renders into light DOM, where password managers see it; its styles hold against those of the page.
 *
 * @slot - Shown until the portal is there.
 * @fires {CustomEvent} portal-signed-in - Somebody has signed in.
 */
export class PortalSignIn extends LightElement {
  static override properties = {
    api: {},
    client: { attribute: false },
    brand: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted: `/portal-api`. Not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of the page's own, instead of `api`. */
  client?: PortalClient;
  /** The firm's colour, `#1f4b6e`; the one the firm has set on the server unless given. */
  brand?: string;
  /** Level of the heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  protected readonly styles = [styles];
  readonly #portal = portal(this);
  readonly #signIn = new SignInForm(this, {
    begin: (session) => this.#begin(session),
    forgot: () => this.#forget(),
  });
  readonly #ends: Ends = {
    begin: (session, codes) => this.#begin(session, codes),
    leave: () => this.#leave(),
    forgot: () => this.#forget(),
    typed: () => this.#typed,
  };
  readonly #steps = new Parts<StepName>(this, async (name) => new (await loadStep(name))(this, this.#ends));
  #forgot = false;
  #typed = '';
  /** The title of what was shown last, and its language. */
  #said: readonly string[] = [];

  /** Begins reading at the title, or where a code is typed. */
  override focus(options?: FocusOptions): void {
    const code = this.querySelector<HTMLElement>('[autocomplete=one-time-code]');
    if (code) code.focus(options);
    else focusTitle(this, options);
  }

  protected override willUpdate(): void {
    const { state, session } = this.#portal;
    this.hidden = !!session && !state?.errand;
    this.#steps.show(this.hidden ? undefined : this.#step);
  }

  override render() {
    if (!this.#portal.ready || this.hidden) return nothing;
    return html`<div class="sign-in" part="sign-in" slot="form">${this.#content()}</div>`;
  }

  /** Reading begins at the title when something else is shown; not when the page opens, or speaks another language. */
  protected override updated(): void {
    const words = this.querySelector('.title')?.textContent;
    if (!words) return;
    const [before, language] = this.#said;
    this.#said = [words, this.#portal.i18n.language];
    if (before !== undefined && before !== words && language === this.#said[1]) this.focus();
  }

  get #step(): StepName | undefined {
    const { state } = this.#portal;
    if (state?.errand) return state.errand.kind;
    if (state?.begun) return state.begun.stage === 'enrol' ? 'enrol' : 'second-factor';
    return this.#forgot ? 'forgot' : undefined;
  }

  #content(): Content {
    const { i18n, state, firm, session, contact } = this.#portal;
    if (this.#step) return this.#steps.render(this.headingLevel);
    if (session === undefined) {
      return errorState(i18n, { error: state?.failure, firm: contact, retry: () => void state?.load() });
    }
    const heading = firm ? i18n.t('sign-in.title-firm', { firm: firm.name }) : i18n.t('sign-in.title');
    return html`<div class="sign-in__head">
        ${title(this.headingLevel, heading)}
        <p class="muted">${i18n.t('sign-in.intro')}</p>
      </div>
      ${this.#news()} ${this.#signIn.render()}`;
  }

  /** Why there is a form again. */
  #news(): Content {
    const { i18n, state, contact } = this.#portal;
    if (state?.left === 'expired') {
      const body = html`${i18n.t('session.ended-body')} ${callUs(i18n, contact)}`;
      return notice(body, { title: i18n.t('session.ended') });
    }
    return state?.left ? notice(i18n.t('sign-in.signed-out'), { tone: 'success' }) : nothing;
  }

  #begin(session: Session, codes?: readonly string[] | null): void {
    this.#forgot = false;
    this.#portal.state?.begin(session, codes ? { kind: 'codes', codes } : undefined);
    if (this.#portal.session) announce(this, 'portal-signed-in', { person: session.person });
  }

  #leave(): void {
    this.#forgot = false;
    this.requestUpdate();
    this.#portal.state?.dropErrand();
  }

  #forget(): void {
    this.#typed = this.querySelector<HTMLInputElement>('[name=email]')?.value ?? '';
    this.#leave();
    this.#forgot = true;
  }
}
