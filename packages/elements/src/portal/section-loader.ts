import type { ReactiveControllerHost } from 'lit';

/** How long the first screen has the network for itself, in milliseconds. */
const LATER = 2_000;

/** What is fetched when it is shown, or a while before; nothing for what is there already. */
export interface Loadable {
  readonly load?: () => Promise<unknown>;
}

/** Fetches the elements of sections: when they are shown, or a while after the first one is there. */
export class SectionLoader {
  readonly #host: ReactiveControllerHost;
  readonly #here = new Set<Loadable>();
  readonly #coming = new Set<Loadable>();
  readonly #failed = new Set<Loadable>();
  #warmed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether it can be shown; begins to fetch it otherwise. */
  has(section: Loadable): boolean {
    if (!section.load || this.#here.has(section)) return true;
    if (!this.#failed.has(section)) void this.fetch(section);
    return false;
  }

  hasFailed(section: Loadable): boolean {
    return this.#failed.has(section);
  }

  async fetch(section: Loadable): Promise<void> {
    if (this.#coming.has(section)) return;
    this.#coming.add(section);
    this.#failed.delete(section);
    try {
      await section.load?.();
      this.#here.add(section);
    } catch {
      this.#failed.add(section);
    }
    this.#coming.delete(section);
    this.#host.requestUpdate();
  }

  /** Fetches what has not been shown yet, so that going there is quick and works on a train. */
  warm(sections: readonly Loadable[]): void {
    if (this.#warmed) return;
    this.#warmed = true;
    setTimeout(() => sections.forEach((section) => this.has(section)), LATER);
  }
}
