import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Section } from './sections.ts';

/** Fetches the elements of sections when they are first shown. */
export class SectionLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #here = new Set<Section>();
  readonly #coming = new Set<Section>();
  readonly #failed = new Set<Section>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
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

  hostConnected(): void {}
}
