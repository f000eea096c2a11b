import type { ReactiveController, ReactiveElement } from 'lit';
import '../define/portal-exit.ts';
import { portal } from '../state/index.ts';

/** Where people may be watched: the quick exit above everything. It sees to the title of the document too. */
export class Safety implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    if (portal(this.#host).ready && !renderRoot.querySelector('portal-exit'))
      renderRoot.prepend(document.createElement('portal-exit'));
  }
}
