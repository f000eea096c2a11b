import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

class FocusOn extends Directive {
  #last: unknown;

  override render(_news: unknown) {
    return noChange;
  }

  override update(part: ElementPart, [news]: [unknown]) {
    if (news !== this.#last && news) queueMicrotask(() => (part.element as HTMLElement).focus());
    this.#last = news;
    return noChange;
  }
}

/**
 * Moves the focus to an element whenever `news` is another truthy value than before: `<h1 tabindex="-1" ${focusOn(id)}>`
 * after a change of view, `<div tabindex="-1" ${focusOn(errors)}>` after every failed submit.
 */
export const focusOn = directive(FocusOn);
