import type { PortalClient } from '@casefront/core/client';
import { session } from '@casefront/core/endpoints/session';
import { html, LitElement, nothing } from 'lit';
import english from '../locales/en.exit.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { announce, portal } from '../state/index.ts';
import { base } from '../theme/index.ts';
import { safeUrl, ui } from '../ui/index.ts';
import { PRESSES, ShiftPresses } from './shift-presses.ts';
import { styles } from './styles.ts';

addEnglish(english);

/**
 * The quick exit, for people who may be watched: a button that stays in reach, and Shift pressed three times, leave for
 * a page that tells nothing, after “Exit this page” of the GOV.UK Design System. `<client-portal>` shows it by itself
 * where the firm has set its safety mode; elsewhere on the site this element does. Shows nothing while there is nowhere to go.
 * With a portal around it, the page's title then names neither the firm nor what is shown.
 *
 * @slot - Shown by the page itself until the element is defined: a plain link.
 * @fires {CustomEvent} portal-sign-out - It leaves; a host that signs people in itself ends its own session.
 * @csspart exit - The bar.
 * @csspart leave - The button.
 * @csspart about - What it does and what it cannot do, behind a disclosure; open before signing in.
 * @csspart cover - What covers the page while the other one comes.
 */
export class PortalExit extends LitElement {
  static override styles = [base, ui, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    href: {},
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /** Where it leads; the page that the firm has set unless given. With it the button does not wait for the server. */
  href?: string;

  readonly #portal = portal(this);
  readonly #presses = new ShiftPresses(this, {
    leave: () => this.#leave(),
    expired: () => {
      this.#expired = true;
    },
  });
  /** Presses have come to nothing since the last word on them. */
  #expired = false;
  #left = false;
  /** Whether the title of the page is ours. */
  #named = false;
  #ownTitle = document.title;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ownTitle = document.title;
    window.addEventListener('pageshow', this.#back);
    document.addEventListener('focusin', this.#uncover);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#named) document.title = this.#ownTitle;
    this.#named = false;
    window.removeEventListener('pageshow', this.#back);
    document.removeEventListener('focusin', this.#uncover);
  }

  override render() {
    const { i18n, session } = this.#portal;
    if (!this.#target) return nothing;
    const { count } = this.#presses;
    return html`<div class="exit" part="exit" role="region" aria-label=${i18n.t('exit.label')}>
        <details class="about" part="about" ?open=${session === null}>
          <summary>${i18n.t('exit.about')}</summary>
          <div class="about__words">
            <p>${i18n.t('exit.does')}</p>
            <p>${i18n.t('exit.limits')}</p>
          </div>
        </details>
        <button class="leave" part="leave" type="button" @click=${this.#leave}>
          ${i18n.t('exit.leave')} ${count ? dots(count) : nothing}
        </button>
        <p class="visually-hidden" role="status">${this.#news(count)}</p>
      </div>
      <div class="cover" part="cover" popover="manual" role="alert"></div>`;
  }

  protected override updated(): void {
    const { ready, firm, i18n } = this.#portal;
    if (!ready || !firm?.safety || this.api || this.client || this.#left) return;
    this.#named = true;
    document.title = i18n.t('nav.label');
  }

  get #target(): string | undefined {
    return safeUrl(this.href ?? this.#portal.firm?.safety?.exitUrl);
  }

  #news(count: number): string {
    const { i18n } = this.#portal;
    if (count) return i18n.t('exit.presses', { count: PRESSES - count });
    return this.#expired ? i18n.t('exit.expired') : '';
  }

  /** At once: nothing here waits for anything. */
  readonly #leave = (): void => {
    const { i18n, state } = this.#portal;
    const target = this.#target;
    if (!target) return;
    this.#left = true;
    this.#expired = false;
    const cover = this.renderRoot.querySelector<HTMLElement>('.cover')!;
    cover.textContent = document.title = i18n.t('common.loading');
    cover.showPopover();
    state?.drafts.clear(); // the browser would ask whether to leave
    if (!this.#portal.session?.viewedBy) announce(this, 'portal-sign-out', undefined);
    void this.#signOut();
    location.replace(target);
  };

  async #signOut(): Promise<void> {
    const { state } = this.#portal;
    if (!state || state.session?.viewedBy) return; // the session is that of whoever looks
    await state.client.call(session.end, {}, { keepalive: true }).catch(() => {});
  }

  /** The browser brings a page back as it was left, and perhaps before the server heard of it. */
  readonly #back = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#left) void this.#signOut().finally(() => location.reload());
  };

  /** Scrolls what has the focus out from under the bar (WCAG 2.4.11). */
  readonly #uncover = (event: FocusEvent): void => {
    const [focused] = event.composedPath();
    if (!(focused instanceof HTMLElement) || !focused.matches(':focus-visible')) return;
    if (this.renderRoot.contains(focused)) return;
    const bar = this.getBoundingClientRect();
    const { top, bottom } = focused.getBoundingClientRect();
    if (top < bar.bottom && bottom > bar.top) window.scrollBy(0, top - bar.bottom - 8);
  };
}

/** How many of the presses were made, for the eye. */
const dots = (made: number) =>
  html`<span class="presses" aria-hidden="true">
    ${Array.from({ length: PRESSES }, (_, i) => html`<i class=${i < made ? 'press press--made' : 'press'}></i>`)}
  </span>`;
