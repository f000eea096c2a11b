import type { PortalClient } from '@casefront/core/client';
import { dashboard } from '@casefront/core/endpoints/dashboard';
import { notifications } from '@casefront/core/endpoints/notifications';
import { html, LitElement, nothing } from 'lit';
import { announce, query } from '../state/index.ts';
import { base } from '../theme/index.ts';
import { button, errorState, notice, skeleton, ui, type Content } from '../ui/index.ts';
import { errorMessage } from '../locales/index.ts';
import { arriveAt, uncover } from './focus.ts';
import { footer, frameStyles, header } from './frame.ts';
import type { IdleWarning } from './idle-warning.ts';
import { later } from './later.ts';
import { navigation, navigationStyles } from './navigation.ts';
import { provide } from './provide.ts';
import { Router } from './router.ts';
import { SectionLoader } from './section-loader.ts';
import { sectionOf, sectionsOf, type Section } from './sections.ts';
import { styles } from './styles.ts';

/** How often the bubbles are asked for, in milliseconds. */
const COUNTS_EVERY = 60_000;

/**
 * The whole portal: the sections that the server gives this person, with addresses of their own (`#/cases/…`) that
 * can be bookmarked; the sign-in form while nobody is signed in.
 *
 * @slot - Shown until the portal is there: a few words and the firm's telephone.
 * @fires {CustomEvent<NavigateDetail>} portal-navigate - A person goes somewhere in the portal; prevent it to go there yourself.
 * @fires {CustomEvent} portal-signed-in - Somebody has signed in.
 * @fires {CustomEvent} portal-sign-out - Somebody is about to sign out; prevent it to ask first.
 * @fires {CustomEvent} portal-session-expired - The session ended on the server.
 * @csspart head - The firm's name (`firm`, `firm__logo`; not where people may be watched) and the way out (`account`).
 * @csspart nav - The navigation, with a `nav__link` for each section; the current one is `nav__link--current` too.
 * @csspart content - The section that is shown.
 * @csspart foot - Telephone and languages.
 */
export class ClientPortal extends LitElement {
  static override styles = [base, ui, frameStyles, navigationStyles, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    view: {},
    brand: {},
    language: { attribute: 'lang' },
    path: {},
    getToken: { attribute: false },
    documentTitle: { type: Boolean, attribute: 'document-title' },
  };

  /** Where the server is mounted: `/portal-api`. Not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of the page's own, instead of `api`. */
  client?: PortalClient;
  /**
   * For members of the firm: the leave to look at the portal as a client sees it, `view_…`. It goes along with every
   * request; whoever looks can read, and nothing counts.
   */
  view?: string;
  /** The firm's colour, `#1f4b6e`; the one the firm has set on the server unless given. */
  brand?: string;
  /** Language of the words, `es`. The person's own choice goes before it. */
  language?: string;
  /** Where the portal is, for a page whose own router decides: `/cases/case_…`. The fragment of the address unless given. */
  path?: string;
  /**
   * For a page that has signed its visitor in itself: fetches a token from the page's own backend. Called while nobody is
   * signed in to the portal; no token leaves it at that.
   */
  getToken?: () => Promise<string | undefined>;
  /** Names the section in the title of the document too. */
  documentTitle = false;

  readonly #portal = provide(this);
  readonly #router = new Router(this);
  readonly #loader = new SectionLoader(this);
  readonly #counts = query(this, notifications.counts, () => this.#inside && {}, { every: COUNTS_EVERY });
  /** In light DOM, where password managers find it. */
  #signIn: LitElement | undefined;
  /** What was shown last: the focus moves when it changes, not when the page opens. */
  #shown: string | undefined;
  #leaving = false;
  /** Why signing out did not work. */
  #stayed?: unknown;
  /** It has nothing to say for a long time. */
  readonly #idle: () => IdleWarning | undefined = later(this, () =>
    import('./inside.ts').then(({ watchIdle }) => watchIdle(this)),
  );
  readonly #ownTitle = globalThis.document?.title;

  constructor() {
    super();
    // Asked for along with the session, so that the first screen need not wait for the answer to that.
    query(this, dashboard.get, () => this.#opening && {});
  }

  override render() {
    const { i18n, ready } = this.#portal;
    if (!ready) return html`<slot></slot>`;
    const inside = this.#inside;
    return html`<div
      class=${inside ? 'portal' : 'portal portal--out'}
      part="portal"
      @focusin=${(event: FocusEvent) => uncover(event, this.renderRoot.querySelector('.nav'))}
    >
      <a class="skip" part="skip" href="#content" @click=${this.#skip}>${i18n.t('nav.skip')}</a>
      ${header(this.#portal, { busy: this.#leaving, signOut: () => void this.#signOut() })}
      ${inside && this.#portal.session?.person.kind !== 'staff' ? this.#navigation() : nothing}
      <div class="content" part="content" role="region" tabindex="-1" aria-label=${this.#label}>
        ${this.#stayed ? this.#stillHere() : nothing} ${this.#content()}
      </div>
      ${footer(this.#portal)} ${inside ? this.#idle()?.render() : nothing}
      <slot name="over"></slot>
    </div>`;
  }

  protected override updated(): void {
    if (!this.#portal.ready) return;
    this.#offerSignIn();
    if (this.documentTitle && !this.#portal.firm?.safety)
      document.title = this.#portal.i18n.t('nav.page', { section: this.#label, title: this.#ownTitle ?? '' });
    const { place, id } = this.#router.location;
    const shown = this.#inside ? `${place} ${id}` : 'sign-in';
    const moved = this.#shown !== undefined && this.#shown !== shown;
    this.#shown = shown;
    if (this.#inside) this.#loader.warm(sectionsOf(this.#portal.session?.sections ?? []));
    if (moved && this.#inside) void this.#counts.refetch();
    if (moved) void arriveAt(this.#region, () => (this.#inside ? this.#element : this.#signIn));
  }

  /** Nothing is known yet, and the first screen is what will most likely be shown. */
  get #opening(): boolean {
    const { session, state } = this.#portal;
    return session === undefined && !state?.errand && this.#router.location.place === 'dashboard';
  }

  get #inside(): boolean {
    const { session, state } = this.#portal;
    return !!session && !state?.errand;
  }

  /** The section to show; undefined when this person has not got it. */
  get #section(): Section | undefined {
    return sectionOf(this.#router.location.place, this.#portal.session?.sections ?? []);
  }

  /** What is shown, in a word. */
  get #label(): string {
    const { i18n } = this.#portal;
    return i18n.t(this.#inside ? (this.#section?.label ?? 'nav.label') : 'sign-in.title');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.documentTitle) document.title = this.#ownTitle ?? '';
  }

  get #region(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.content')!;
  }

  get #element(): LitElement | undefined {
    return this.#region.querySelector<LitElement>('.content > :not(.notice)') ?? undefined;
  }

  #navigation() {
    return navigation(this.#portal, {
      sections: sectionsOf(this.#portal.session?.sections ?? []),
      current: this.#section,
      counts: this.#counts.data,
    });
  }

  #content(): Content {
    const { i18n, state, contact, session } = this.#portal;
    if (!this.#inside) {
      if (session !== undefined || state?.errand) return html`<slot name="sign-in"></slot>`;
      const error = errorState(i18n, {
        error: state?.failure,
        firm: contact,
        retry: () => void state?.load(),
      });
      // Who the firm is could not be had either: its telephone is in what the page itself says.
      return contact ? error : html`${error}<slot></slot>`;
    }
    const section = this.#section;
    if (session?.person.kind === 'staff') {
      return notice(i18n.t('nav.staff', { name: session.person.name }), { tone: 'info' });
    }
    if (!section) {
      return errorState(i18n, { error: { code: 'forbidden' }, firm: contact, title: i18n.t('nav.missing') });
    }
    if (this.#loader.has(section)) return section.render(this.#router.location);
    if (!this.#loader.hasFailed(section)) return skeleton(i18n);
    const retry = () => void this.#loader.fetch(section);
    return errorState(i18n, { error: { code: 'network' }, firm: contact, retry });
  }

  #offerSignIn(): void {
    if (this.#inside || (this.#portal.session === undefined && !this.#portal.state?.errand)) {
      this.#signIn?.remove();
      this.#signIn = undefined;
    } else if (!this.#signIn) {
      this.#signIn = document.createElement('portal-sign-in');
      this.#signIn.slot = 'sign-in';
      this.append(this.#signIn);
    }
  }

  async #signOut(): Promise<void> {
    if (!announce(this, 'portal-sign-out', undefined, { cancelable: true })) return;
    this.#leaving = true;
    this.#stayed = undefined;
    this.requestUpdate();
    try {
      await this.#portal.state?.signOut();
    } catch (error) {
      this.#stayed = error;
    }
    this.#leaving = false;
    this.requestUpdate();
  }

  #stillHere(): Content {
    const { i18n } = this.#portal;
    return notice(errorMessage(i18n, this.#stayed), {
      tone: 'danger',
      title: i18n.t('nav.sign-out-failed'),
      action: button(i18n.t('common.try-again'), { click: () => void this.#signOut() }),
    });
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.#region.focus();
  };
}
