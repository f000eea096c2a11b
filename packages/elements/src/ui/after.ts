import { noChange, render } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

class After extends Directive {
  #begun = false;
  #due = false;
  #value: unknown;

  override render(_milliseconds: number, _value: unknown) {
    return noChange;
  }

  override update(part: ElementPart, [milliseconds, value]: [number, unknown]) {
    const element = part.element as HTMLElement;
    this.#value = value;
    if (this.#due) render(value, element);
    if (this.#begun) return noChange;
    this.#begun = true;
    setTimeout(() => {
      this.#due = true;
      render(this.#value, element);
    }, milliseconds);
    return noChange;
  }
}

/**
 * Fills an empty element so many milliseconds after it was first rendered, and keeps it empty before:
 * `<p role="status" ${after(4000, words)}></p>`. In a live region that is when it is read out.
 */
export const after = directive(After);
