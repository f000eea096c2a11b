import { html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import type { Content } from './content.ts';
import { errorOf, fieldClass, hintOf, suffix, ties, type FieldOptions } from './field.ts';

/** Label, hint and error for several controls under one question. */
export function fieldset(i18n: I18n, options: FieldOptions, controls: Content): TemplateResult {
  const { describedBy, invalid } = ties(options);
  return html`<fieldset
    class=${fieldClass(options)}
    part=${fieldClass(options)}
    id=${options.id}
    tabindex="-1"
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
  >
    <legend class="field__label" part="field__label">
      ${options.label}${options.optional ? suffix(i18n) : nothing}
    </legend>
    ${hintOf(options)} ${errorOf(i18n, options)} ${controls}
  </fieldset>`;
}
