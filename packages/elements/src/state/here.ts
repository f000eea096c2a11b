import type { ReactiveController, ReactiveElement } from 'lit';
import { fromHash, type Location } from './places.ts';

/** Where the page's address says one is; the element renders again when that changes. */
class Here implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get place(): Location['place'] | undefined {
    return fromHash(location.hash)?.place;
  }

  get id(): string | undefined {
    return fromHash(location.hash)?.id;
  }

  hostConnected(): void {
    globalThis.addEventListener('hashchange', this.#changed);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('hashchange', this.#changed);
  }

  readonly #changed = (): void => this.#host.requestUpdate();
}

export type { Here };

/** For an element that follows the address of the page when its host does not say what to show. */
export const here = (host: ReactiveElement): Here => new Here(host);
