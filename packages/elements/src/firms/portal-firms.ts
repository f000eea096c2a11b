import type { MyFirm } from '@casefront/core/contract/firms';
import type { PortalClient } from '@casefront/core/client';
import { firms } from '@casefront/core/endpoints/firms';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import english from '../locales/en.firms.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { portal, query } from '../state/index.ts';
import { base } from '../theme/index.ts';
import { icon, link, ui } from '../ui/index.ts';
import { checkIcon, chevronDownIcon } from '../ui/icons.ts';
import { styles } from './styles.ts';

addEnglish(english);

/** How long the rest of the page has the network for itself, in milliseconds. */
const LATER = 2_000;

/**
 * For those who are clients of several firms: the other portals that their e-mail address opens. Shows nothing to anybody
 * else. What was answered to one person is forgotten with them. `<client-portal>` shows it by itself.
 *
 * @csspart menu - The list.
 * @csspart firm - A portal; the one that this is, is `firm--current` too.
 */
export class PortalFirms extends LitElement {
  static override styles = [base, ui, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    align: { reflect: true },
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;

  /** With `start` the menu begins where its button begins; it ends where that ends unless given. */
  align?: 'start';

  readonly #portal = portal(this);
  /** Not while somebody looks as a client: which other firms that one has is not their business. */
  readonly #firms = query(this, firms.list, () => this.#due && this.#portal.session?.viewedBy === null && {});
  #due = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setTimeout(() => {
      this.#due = true;
      this.requestUpdate();
    }, LATER);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const { i18n } = this.#portal;
    const items = this.#firms.data?.items ?? [];
    if (items.length < 2) return nothing;
    return html`<details class="switch" @keydown=${close} @focusout=${close}>
      <summary class="button button--quiet" part="button button--quiet">
        <span>${i18n.t('firms.switch')}</span> ${icon(chevronDownIcon)}
      </summary>
      <div class="menu" part="menu" tabindex="-1">
        <ul role="list" aria-label=${i18n.t('firms.switch')}>
          ${items.map((firm) => html`<li>${firm.current ? this.#current(firm) : other(firm)}</li>`)}
        </ul>
        <p class="muted">${i18n.t('firms.own-sign-in')}</p>
      </div>
    </details>`;
  }

  #current({ name }: MyFirm): TemplateResult {
    return html`<p class="firm firm--current" part="firm firm--current" aria-current="true">
      ${icon(checkIcon)}
      <span>${name} <span class="muted">${this.#portal.i18n.t('firms.here')}</span></span>
    </p>`;
  }
}

const other = ({ name, portalUrl }: MyFirm): TemplateResult =>
  html`<div class="firm" part="firm">${link(name, { href: portalUrl })}</div>`;

/** Closes the menu by Escape, and when the person goes on elsewhere. */
function close(event: KeyboardEvent | FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (
    event instanceof KeyboardEvent
      ? event.key !== 'Escape'
      : menu.contains(event.relatedTarget as Node | null)
  )
    return;
  menu.open = false;
  if (event instanceof KeyboardEvent) menu.querySelector('summary')!.focus();
}
