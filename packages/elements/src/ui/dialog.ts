import { css, html, noChange, nothing, type TemplateResult } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';
import type { I18n } from '../locales/index.ts';
import type { Content } from './content.ts';
import { icon } from './icon.ts';
import { xIcon } from './icons.ts';

class Modal extends Directive {
  override render(_open: boolean) {
    return noChange;
  }

  override update(part: ElementPart, [open]: [boolean]) {
    const dialog = part.element as HTMLDialogElement;
    // A microtask later: on the first render the element is not connected yet, and showModal would throw.
    queueMicrotask(() => {
      if (open && dialog.isConnected && !dialog.open) dialog.showModal();
      if (!open && dialog.open) dialog.close();
    });
    return noChange;
  }
}

const modal = directive(Modal);

export interface DialogOptions {
  readonly open: boolean;
  readonly title: Content;
  readonly body: Content;
  /** Buttons, the safest one first; none where the body has a form of its own. */
  readonly actions?: Content;
  /** It was closed, by Escape, the cross or `open: false`. Set `open` to false here. */
  readonly close: () => void;
  /** Unique in the root. */
  readonly id?: string;
  /** False: no cross, and Escape does not close it. */
  readonly dismissable?: boolean;
}

/** A native modal dialog: the browser keeps the focus inside, and gives it back afterwards. */
export function dialog(i18n: I18n, options: DialogOptions): TemplateResult {
  const { open, title, body, actions, close, id = 'dialog', dismissable = true } = options;
  return html`<dialog
    class="dialog"
    part="dialog"
    aria-labelledby=${`${id}-title`}
    @close=${close}
    closedby=${dismissable ? nothing : 'none'}
    @cancel=${(event: Event) => dismissable || event.preventDefault()}
    ${modal(open)}
  >
    <h2 class="dialog__title" part="dialog__title" id=${`${id}-title`}>${title}</h2>
    <div class="dialog__body" part="dialog__body">${body}</div>
    ${actions ? html`<footer class="dialog__actions" part="dialog__actions">${actions}</footer>` : nothing}
    ${dismissable ? cross(i18n) : nothing}
  </dialog>`;
}

/** Last in the order of focus, so that the dialog opens on its first field or button. */
const cross = (i18n: I18n) =>
  html`<button class="dialog__close" part="dialog__close" type="button" @click=${dismiss}>
    ${icon(xIcon)}<span class="visually-hidden">${i18n.t('common.close')}</span>
  </button>`;

const dismiss = (event: Event) => (event.currentTarget as Element).closest('dialog')?.close();

export const dialogStyles = css`
  .dialog {
    max-inline-size: min(32em, 100vi - 2em);
    max-block-size: calc(100vb - 2em);
    margin: auto;
    padding: 1.5em;
    border: var(--_line-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background-color: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
  }
  .dialog::backdrop {
    background-color: var(--_backdrop);
  }
  .dialog__title {
    padding-inline-end: 1.5em;
  }
  .dialog__close {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    inline-size: var(--_target);
    block-size: var(--_target);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background-color: transparent;
    color: var(--_text-muted);
  }
  .dialog__close:hover {
    background-color: var(--_surface-sunken);
  }
  .dialog__body {
    display: grid;
    gap: 0.75em;
    margin-block-start: 0.5em;
  }
  .dialog__actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 1.5em;
  }
`;
