import type { PortalClient } from '@casefront/core/client';
import type { ReactiveController, ReactiveElement } from 'lit';
import { createI18n, type I18n } from '../locales/index.ts';
import { applyBrand } from '../theme/index.ts';
import { consume } from './context.ts';
import { announce } from './events.ts';
import { fromHash, type Place } from './places.ts';
import type { PortalState } from './portal-state.ts';
import { stateFor } from './states.ts';

/** An element of the portal. `api` or `client` makes it work without a provider around it. */
export interface PortalHost extends ReactiveElement {
  /** Where the server is mounted. */
  api?: string | undefined;
  client?: PortalClient | undefined;
  /** The firm's colour, `#1f4b6e`. */
  brand?: string | undefined;
  /** Leave to look at the portal as a client sees it. */
  view?: string | undefined;
}

const english = createI18n();

/**
 * An element's part in its portal: finds the state of its own `client` or `api`, else of the nearest provider, also
 * when that arrives later; renders again when it changes; and lets a host intercept the element's links.
 */
export class Portal implements ReactiveController {
  /** Undefined until there is a provider, and while the element is not on the page. */
  state: PortalState | undefined;
  readonly #host: PortalHost;
  #leave: (() => void) | undefined;
  #provided: PortalState | undefined;
  #release: (() => void) | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(host: PortalHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The words and formats. English until the state is there; `ready` says whether to speak yet. */
  get i18n(): I18n {
    return this.state?.i18n ?? english;
  }

  /** Whether language and session are known, so that what is shown now stays. */
  get ready(): boolean {
    return this.state?.ready ?? false;
  }

  get firm() {
    return this.state?.firm;
  }

  /** How to reach the firm, as `errorState` and `callUs` take it. */
  get contact() {
    return this.firm && { name: this.firm.name, phone: this.firm.contact.phone };
  }

  /** Undefined while not known, null while nobody is signed in. */
  get session() {
    return this.state?.session;
  }

  /** The address of a place in the portal, for an `<a href>`. */
  href(place: Place, id?: string): string {
    return this.state?.href(place, id) ?? '';
  }

  /** Goes to a place, unless the host prevents `portal-navigate`. For use after an act; links need no code. */
  navigate(place: Place, id?: string): void {
    const href = this.href(place, id);
    if (this.#mayGo(place, id, href)) location.assign(href);
  }

  /** Calls after every change of the state, and when there is another one. @internal */
  watch(listener: () => void): void {
    this.#watchers.add(listener);
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#follow);
    this.#leave = consume(this.#host, (state) => {
      this.#provided = state;
      this.#resolve();
    });
    this.#resolve();
  }

  hostUpdate(): void {
    this.#resolve();
  }

  hostUpdated(): void {
    this.#paint();
    const { language, direction } = this.i18n;
    for (const child of this.#host.renderRoot.children) {
      if (child instanceof HTMLElement && child.localName !== 'slot')
        Object.assign(child, { lang: language, dir: direction });
    }
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#follow);
    this.#leave?.();
    this.#provided = undefined;
    this.#use(undefined);
  }

  /** What hangs on its own portal also shows its firm's colour; the rest inherits that. */
  #paint(): void {
    const { shadowRoot, brand, client, api } = this.#host;
    if (shadowRoot) applyBrand(shadowRoot, brand ?? (client || api ? this.firm?.branding.brand : undefined));
  }

  #resolve(): void {
    if (!this.#host.isConnected) return;
    const { client, api, view } = this.#host;
    const own = client ?? api;
    this.#use(own ? stateFor(own, view) : this.#provided);
  }

  #use(state: PortalState | undefined): void {
    if (state === this.state) return;
    this.#release?.();
    this.state = state;
    this.#release = state?.connect(this.#host, this.#changed);
    this.#changed();
  }

  readonly #changed = (): void => {
    this.#host.requestUpdate();
    for (const watcher of this.#watchers) watcher();
  };

  /** Only links that this element has rendered itself: an element inside it asks for its own. */
  readonly #follow = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || !this.#host.renderRoot.contains(link)) return;
    const to = fromHash(link.hash);
    if (!to || new URL(this.href(to.place, to.id), document.baseURI).href !== link.href) return;
    if (!this.#mayGo(to.place, to.id, link.href)) event.preventDefault();
  };

  #mayGo(place: Place, id: string | undefined, href: string): boolean {
    return announce(
      this.#host,
      'portal-navigate',
      { place, ...(id ? { id } : {}), href },
      { cancelable: true },
    );
  }
}

const portals = new WeakMap<PortalHost, Portal>();

/**
 * The element's part in its portal; the same one for every caller.
 *
 * @example
 * readonly #portal = portal(this);
 * override render() { return html`<a href=${this.#portal.href('cases')}>…</a>`; }
 */
export function portal(host: PortalHost): Portal {
  const known = portals.get(host);
  if (known) return known;
  const made = new Portal(host);
  portals.set(host, made);
  return made;
}
