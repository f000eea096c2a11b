import { errorState, skeleton, type Content, type HeadingLevel } from '../ui/index.ts';
import { portal, type PortalHost } from './portal.ts';

/** A screen of an element. */
export interface Part {
  /** It is shown from now on, perhaps not for the first time. */
  open?(): void;
  render(level: HeadingLevel): Content;
}

/** The screens of an element that few need or that come later: each is fetched when it is first shown, and kept. */
export class Parts<N extends string> {
  readonly #host: PortalHost;
  readonly #load: (name: N) => Promise<Part>;
  readonly #kept = new Map<N, Part>();
  #shown: N | undefined;
  #failed: N | undefined;

  /** @param load fetches a part and makes it; once, unless that fails */
  constructor(host: PortalHost, load: (name: N) => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** Which part to show from now on; one that is shown already goes on. Call it before rendering: a part may ask for data. */
  show(name: N | undefined): void {
    if (name === this.#shown) return;
    this.#shown = name;
    if (!name) return;
    const part = this.#kept.get(name);
    if (part) part.open?.();
    else void this.#fetch(name);
  }

  render(level: HeadingLevel): Content {
    const name = this.#shown;
    if (!name) return undefined;
    const { i18n, contact } = portal(this.#host);
    const part = this.#kept.get(name);
    if (part) return part.render(level);
    if (this.#failed !== name) return skeleton(i18n, { shape: 'text' });
    const retry = () => void this.#fetch(name);
    return errorState(i18n, { error: { code: 'network' }, firm: contact, retry });
  }

  async #fetch(name: N): Promise<void> {
    this.#failed = undefined;
    try {
      const part = await this.#load(name);
      this.#kept.set(name, part);
      if (this.#shown === name) part.open?.();
    } catch {
      this.#failed = name;
    }
    this.#host.requestUpdate();
  }
}
