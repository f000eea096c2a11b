import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fromHash, type Location } from '../state/index.ts';

interface RouterHost extends ReactiveControllerHost {
  /** Where the host's own router says we are: `/cases/case_…`. */
  readonly path?: string | undefined;
}

/** Follows the address bar. A fragment that is not ours leaves the portal where it is; none at all is its beginning. */
export class Router implements ReactiveController {
  location: Location = { place: 'dashboard' };
  readonly #host: RouterHost;

  constructor(host: RouterHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#read);
    this.#read();
  }

  hostUpdate(): void {
    this.#read();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#read);
  }

  readonly #read = (): void => {
    const { path } = this.#host;
    const next = fromHash(path === undefined ? window.location.hash || '#/' : `#${path}`);
    if (!next || (next.place === this.location.place && next.id === this.location.id)) return;
    this.location = next;
    this.#host.requestUpdate();
  };
}
