import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import type { Content } from './content.ts';
import { icon } from './icon.ts';
import { circleAlertIcon } from './icons.ts';

/**
 * What every field has. Label, hint, error and control are in one root, because `for` and `aria-describedby` end at a
 * shadow boundary. Nothing is `required` or `disabled`, nothing is checked on blur: errors come after pressing the
 * button, in the summary and here in the same words (GOV.UK).
 */
export interface FieldOptions {
  /** Unique in the root; the error summary links to it. */
  readonly id: string;
  /** Name in the form data; the id when missing. */
  readonly name?: string;
  readonly label: Content;
  readonly hint?: Content;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

/** The attributes that tie a control to its words. */
export interface Ties {
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
}

/** Ids of the hint, the error and more, as `aria-describedby` wants them. */
export function ties({ id, hint, error }: FieldOptions, ...more: string[]): Ties {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, ...more].filter(Boolean);
  return { describedBy: ids.length ? ids.join(' ') : nothing, invalid: error ? 'true' : nothing };
}

/** Label, hint, error, then the control, one below the other. */
export function field(i18n: I18n, options: FieldOptions, control: TemplateResult): TemplateResult {
  const { id, label, optional } = options;
  return html`<div class=${fieldClass(options)} part=${fieldClass(options)}>
    <label class="field__label" part="field__label" for=${id}>${label}${optional ? suffix(i18n) : nothing}</label>
    ${hintOf(options)} ${errorOf(i18n, options)} ${control}
  </div>`;
}

export const fieldClass = ({ error }: FieldOptions) => (error ? 'field field--error' : 'field');

export const suffix = (i18n: I18n) =>
  html` <span class="field__optional">${i18n.t('common.optional')}</span>`;

export const hintOf = ({ id, hint }: FieldOptions) =>
  hint ? html`<div class="field__hint" part="field__hint" id=${`${id}-hint`}>${hint}</div>` : nothing;

export const errorOf = (i18n: I18n, { id, error }: FieldOptions) =>
  error
    ? html`<p class="field__error" part="field__error" id=${`${id}-error`}>
        ${icon(circleAlertIcon)}<span
          ><span class="visually-hidden">${i18n.t('common.error')} </span>${error}</span
        >
      </p>`
    : nothing;

export const fieldStyles = css`
  .field {
    display: grid;
    gap: 0.25em;
    min-inline-size: 0;
    max-inline-size: 32em;
    inline-size: 100%;
  }
  .field--error {
    position: relative;
    padding-inline-start: 0.9375em;
  }
  .field--error::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 3px solid var(--_danger-solid);
  }
  .field__label {
    padding: 0;
    font-weight: 600;
  }
  legend.field__label {
    float: inline-start; /* an ordinary first line, instead of one that sits on the border */
    inline-size: 100%;
  }
  .field__optional {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .field__hint {
    color: var(--_text-muted);
  }
  .field__error {
    display: flex;
    gap: 0.375em;
    color: var(--_danger-text);
    font-weight: 600;
  }
  .field__error .icon {
    margin-block-start: 0.125em;
  }
  .control {
    inline-size: 100%;
    min-block-size: max(2.75em, var(--_target));
    padding: 0.5em 0.75em;
    border: var(--_line-width) solid var(--_border-strong);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    line-height: 1.5;
    appearance: none;
  }
  .field--error .control {
    border-color: var(--_danger-solid);
    border-width: 2px;
  }
  .control:focus-visible {
    outline-offset: 0;
    border-color: var(--_focus);
    box-shadow: none;
  }
  .form__actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .ways {
    display: grid;
    justify-items: start;
  }
  .ways .button {
    padding-inline: 0;
    text-align: start;
  }
  .field__label + .control,
  .field__hint + .control,
  .field__error + .control {
    margin-block-start: 0.125em;
  }
`;
