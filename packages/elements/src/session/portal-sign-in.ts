import type { PortalClient } from '@casefront/core/client';
import type { Session } from '@casefront/core/contract/session';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce, portal } from '../state/index.ts';
import { adoptLightStyles } from '../theme/index.ts';
import {
  callUs,
  errorState,
  focusTitle,
  notice,
  skeleton,
  title,
  ui,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import type { InvitationForm } from './invitation-form.ts';
import { SignInForm } from './sign-in-form.ts';
import { styles } from './styles.ts';

/**
 * Signs in, and accepts the invitation of a link (`#invitation=…`). Hidden while somebody is signed in.
 * It renders into light DOM, where password managers see it; its styles hold against those of the page.
 *
 * @slot - Shown until the portal is there.
 * @fires {CustomEvent} portal-signed-in - Somebody has signed in.
 */
export class PortalSignIn extends LitElement {
  /** Where the server is mounted: `/portal-api`. Not needed inside a `<portal-provider>`. */
  @property() api?: string;
  /** A client of the page's own, instead of `api`. */
  @property({ attribute: false }) client?: PortalClient;
  /** The firm's colour, `#1f4b6e`; the one the firm has set on the server unless given. */
  @property() brand?: string;
  /** Level of the heading, 1 to 3. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: HeadingLevel = 2;

  /** The link that brought the person here had ended. */
  @state() private ended = false;
  /** For those who come with a link only, so it is fetched then. */
  @state() private invitation?: InvitationForm;
  /** Why it could not be fetched. */
  @state() private unfetched?: unknown;

  readonly #portal = portal(this);
  #form?: Promise<typeof import('./invitation-form.ts')> | undefined;
  readonly #signIn = new SignInForm(this, (session) => this.#begin(session));

  override connectedCallback(): void {
    super.connectedCallback();
    adoptLightStyles(this, [...ui, styles]);
  }

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this, options);
  }

  /**
   * Its own light DOM. The shadow root holds nothing but slots: the page's children show while there is no form, and
   * the palette hangs on it.
   */
  protected override createRenderRoot(): HTMLElement {
    const form = Object.assign(document.createElement('slot'), { name: 'form' });
    form.append(document.createElement('slot'));
    this.attachShadow({ mode: 'open' }).append(form);
    return this;
  }

  protected override willUpdate(): void {
    const { state, session } = this.#portal;
    if (state?.invitation) void this.#look(state.invitation);
    this.hidden = !!session && !state?.invitation;
  }

  override render() {
    if (!this.#portal.ready || this.hidden) return nothing;
    return html`<div class="sign-in" part="sign-in" slot="form">${this.#content()}</div>`;
  }

  #content(): Content {
    const { i18n, state, firm, session, contact } = this.#portal;
    if (state?.invitation) {
      if (this.unfetched)
        return errorState(i18n, { error: { code: 'network' }, firm: contact, retry: this.#again });
      const name = this.invitation?.invitation?.personName;
      return html`${name ? title(this.headingLevel, i18n.t('invitation.title', { name })) : nothing}
      ${this.invitation?.render() ?? skeleton(i18n, { shape: 'text' })}`;
    }
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
    if (this.ended) {
      const body = html`${i18n.t('invitation.ended-body')} ${callUs(i18n, contact)}`;
      return notice(body, { tone: 'warning', title: i18n.t('invitation.ended') });
    }
    if (state?.left === 'expired') {
      return notice(i18n.t('session.ended-body'), { title: i18n.t('session.ended') });
    }
    return state?.left ? notice(i18n.t('sign-in.signed-out'), { tone: 'success' }) : nothing;
  }

  async #look(token: string): Promise<void> {
    this.#form ??= import('./invitation-form.ts');
    try {
      const { InvitationForm } = await this.#form;
      this.unfetched = undefined;
      this.invitation ??= new InvitationForm(this, {
        accepted: (session) => this.#begin(session),
        ended: () => this.#end(),
      });
    } catch (error) {
      this.unfetched = error;
      return;
    }
    await this.invitation.look(token);
  }

  readonly #again = (): void => {
    this.#form = this.unfetched = undefined;
  };

  #begin(session: Session): void {
    this.ended = false;
    this.#portal.state?.begin(session);
    announce(this, 'portal-signed-in', { person: session.person });
  }

  #end(): void {
    this.ended = true;
    this.#portal.state?.dropInvitation();
  }
}
