import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { field, ties, type FieldOptions } from './field.ts';

export interface TextFieldOptions extends FieldOptions {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  /** A token of the HTML autofill list (WCAG 1.3.5). */
  readonly autocomplete?: string;
  /** Which keys a phone shows. */
  readonly keys?: 'numeric' | undefined;
  readonly value?: string | undefined;
  readonly input?: ((value: string) => void) | undefined;
}

const typed = (input?: (value: string) => void) =>
  input ? (event: Event) => input((event.target as HTMLInputElement).value) : nothing;

/** One line of text. */
export function textField(i18n: I18n, options: TextFieldOptions): TemplateResult {
  const { id, name = id, type = 'text', autocomplete, keys, value, input } = options;
  const { describedBy, invalid } = ties(options);
  const verbatim = type === 'email' || type === 'url';
  return field(
    i18n,
    options,
    html`<input
      class="control"
      part="control"
      id=${id}
      name=${name}
      type=${type}
      autocomplete=${(autocomplete ?? nothing) as never}
      inputmode=${keys ?? nothing}
      autocapitalize=${verbatim ? 'none' : nothing}
      spellcheck=${verbatim ? 'false' : nothing}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${value ?? nothing}
      @input=${typed(input)}
    />`,
  );
}

/** A password: pasting allowed, shown on demand, hidden again before it is sent so that browsers offer to save it. */
export function passwordField(
  i18n: I18n,
  options: FieldOptions & { readonly autocomplete: 'current-password' | 'new-password' },
): TemplateResult {
  const { id, name = id, autocomplete } = options;
  const { describedBy, invalid } = ties(options);
  return field(
    i18n,
    options,
    html`<div class="password" part="password">
      <input
        class="control"
        part="control"
        id=${id}
        name=${name}
        type="password"
        autocomplete=${autocomplete}
        autocapitalize="none"
        spellcheck="false"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
      />
      <button class="password__toggle" part="password__toggle" type="button" aria-controls=${id} @click=${toggle}>
        <span aria-hidden="true">${i18n.t('field.show')}</span>
        <span aria-hidden="true" hidden>${i18n.t('field.hide')}</span>
        <span class="visually-hidden">${i18n.t('field.show-password')}</span>
        <span class="visually-hidden" hidden>${i18n.t('field.hide-password')}</span>
      </button>
    </div>`,
  );
}

function toggle(event: Event): void {
  const button = event.currentTarget as HTMLButtonElement;
  const input = button.previousElementSibling as HTMLInputElement;
  const show = input.type === 'password';
  reveal(button, input, show);
  if (show)
    input.form?.addEventListener('submit', () => reveal(button, input, false), { capture: true, once: true });
}

function reveal(button: HTMLButtonElement, input: HTMLInputElement, show: boolean): void {
  input.type = show ? 'text' : 'password';
  for (const [i, words] of button.querySelectorAll('span').entries()) words.hidden = (i % 2 === 1) !== show;
}

export const textFieldStyles = css`
  .password {
    display: flex;
    gap: 0.5em;
  }
  .password__toggle {
    flex: none;
    min-inline-size: 5em;
    padding: 0.5em 0.75em;
    border: var(--_line-width) solid var(--_border-strong);
    border-radius: var(--_radius);
    background-color: transparent;
    font-weight: 600;
  }
  .password__toggle:hover {
    background-color: var(--_surface-sunken);
  }
`;
