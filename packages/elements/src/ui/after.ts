import { noChange, nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';

class After extends AsyncDirective {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #milliseconds = 0;
  #value: unknown;
  #due = false;

  override render(milliseconds: number, value: unknown) {
    this.#value = value;
    if (this.#due) return value;
    this.#milliseconds = milliseconds;
    if (this.#timer) return noChange;
    this.#start();
    return nothing;
  }

  #start(): void {
    this.#timer = setTimeout(() => {
      this.#due = true;
      this.setValue(this.#value);
    }, this.#milliseconds);
  }

  override disconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  override reconnected(): void {
    if (!this.#due) this.#start();
  }
}

/** Shows a value so many milliseconds after it was first rendered, and nothing before. */
export const after = directive(After);
