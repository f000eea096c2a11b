import type { ReactiveController, ReactiveElement } from 'lit';

/** How many presses leave the page, and how long there is for the next one, in milliseconds. */
export const PRESSES = 3;
const PATIENCE = 5_000;

/** What the presses lead to. */
interface Calls {
  /** The last one. */
  readonly leave: () => void;
  /** There were some, and then something else, or nothing for a while. */
  readonly expired: () => void;
}

/**
 * Counts presses of Shift alone, as “Exit this page” of the GOV.UK Design System does: not those that make a capital
 * letter, and only in a row.
 */
export class ShiftPresses implements ReactiveController {
  count = 0;
  readonly #host: ReactiveElement;
  readonly #calls: Calls;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Another key came up while Shift was held: the Shift that comes up next belongs to it. */
  #modified = false;

  constructor(host: ReactiveElement, calls: Calls) {
    this.#host = host;
    this.#calls = calls;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keyup', this.#released);
  }

  hostDisconnected(): void {
    document.removeEventListener('keyup', this.#released);
    this.#count(0);
  }

  readonly #released = ({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
    const alone = key === 'Shift' && !this.#modified && !ctrlKey && !altKey && !metaKey;
    this.#modified = shiftKey;
    if (!alone) this.#expire();
    else if (this.count + 1 < PRESSES) this.#count(this.count + 1);
    else {
      this.#count(0);
      this.#calls.leave();
    }
  };

  #count(count: number): void {
    this.count = count;
    clearTimeout(this.#timer);
    if (count) this.#timer = setTimeout(() => this.#expire(), PATIENCE);
    this.#host.requestUpdate();
  }

  #expire(): void {
    if (!this.count) return;
    this.#calls.expired();
    this.#count(0);
  }
}
