import type { ReactiveControllerHost } from 'lit';
import type { Section } from './sections.ts';

/** How long the first screen has the network for itself, in milliseconds. */
const LATER = 2_000;

/** Fetches the elements of sections: when they are shown, or a while after the first one is there. */
export class SectionLoader {
  readonly #host: ReactiveControllerHost;
  readonly #here = new Set<Section>();
  readonly #coming = new Set<Section>();
  readonly #failed = new Set<Section>();
  #warmed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether it can be shown; begins to fetch it otherwise. */
  has(section: Section): boolean {
    if (!section.load || this.#here.has(section)) return true;
    if (!this.#failed.has(section)) void this.fetch(section);
    return false;
  }

  hasFailed(section: Section): boolean {
    return this.#failed.has(section);
  }

  async fetch(section: Section): Promise<void> {
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
  warm(sections: readonly Section[]): void {
    if (this.#warmed) return;
    this.#warmed = true;
    setTimeout(() => sections.forEach((section) => this.has(section)), LATER);
  }
}
