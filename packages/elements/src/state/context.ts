/**
 * Hands the portal's state down the page, over shadow roots: the Community Protocol for Contexts
 * (webcomponents-cg/community-protocols) for one value, with providers that arrive after those who ask.
 */
import type { PortalState } from './portal-state.ts';

/** From the global registry, so that two copies of the bundle on one page understand each other. */
const key = Symbol.for('casefront.portal');

type Callback = (state: PortalState | undefined, unsubscribe?: () => void) => void;

interface ContextRequest extends Event {
  readonly context: unknown;
  readonly contextTarget: Element;
  readonly callback: Callback;
}

const contextEvent = (name: string, contextTarget: Element, callback?: Callback): Event =>
  Object.assign(new Event(name, { bubbles: true, composed: true }), {
    context: key,
    contextTarget,
    callback,
    subscribe: true,
  });

const isOurs = (event: Event, host: Element): event is ContextRequest =>
  (event as ContextRequest).context === key && (event as ContextRequest).contextTarget !== host;

/**
 * Follows the state of the nearest provider around `host`. Whenever a provider comes to the page it asks again, so one
 * that is upgraded late, or put in between, is found. @returns ends it
 */
export function consume(host: Element, take: (state: PortalState | undefined) => void): () => void {
  let leave: (() => void) | undefined;
  const callback: Callback = (state, unsubscribe) => {
    if (leave !== unsubscribe) leave?.();
    leave = unsubscribe;
    take(state);
  };
  const ask = () => host.dispatchEvent(contextEvent('context-request', host, callback));
  const arrived = (event: Event) => {
    if (isOurs(event, host)) ask();
  };
  document.addEventListener('context-provider', arrived);
  ask();
  return () => {
    document.removeEventListener('context-provider', arrived);
    leave?.();
  };
}

/** Answers everything inside `host` that asks for the state. Connect it while the host is on the page. */
export class Provider {
  #state: PortalState | undefined;
  readonly #host: Element;
  /** Who asked, with what ends it: the same function every time, which tells them who answers. */
  readonly #takers = new Map<Callback, () => void>();

  constructor(host: Element) {
    this.#host = host;
    host.addEventListener('context-request', (event) => {
      if (!isOurs(event, host)) return;
      event.stopPropagation();
      const { callback } = event;
      if (!this.#takers.has(callback)) this.#takers.set(callback, () => this.#takers.delete(callback));
      callback(this.#state, this.#takers.get(callback));
    });
  }

  /** Tells the page that it is here. */
  connect(): void {
    this.#host.dispatchEvent(contextEvent('context-provider', this.#host));
  }

  provide(state: PortalState | undefined): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const [callback, leave] of this.#takers) callback(state, leave);
  }
}
