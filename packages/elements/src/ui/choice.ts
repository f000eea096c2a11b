import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import type { Content } from './content.ts';
import { field, ties, type FieldOptions } from './field.ts';
import { fieldset } from './fieldset.ts';
import { icon } from './icon.ts';
import { chevronDownIcon } from './icons.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** One line more about it; checkboxes only. */
  readonly hint?: Content;
}

export interface SelectOptions extends FieldOptions {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  /** First entry, while nothing is chosen. */
  readonly prompt?: string;
  readonly change: (value: string) => void;
}

/** One of many, as the platform's own list. */
export function selectField(i18n: I18n, options: SelectOptions): TemplateResult {
  const { id, name = id, choices, value = '', prompt, change } = options;
  const { describedBy, invalid } = ties(options);
  return field(
    i18n,
    options,
    html`<div class="select">
      <select
        class="control"
        part="control"
        id=${id}
        name=${name}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
      >
        ${prompt === undefined ? nothing : html`<option value="" ?selected=${value === ''}>${prompt}</option>`}
        ${choices.map(
          (choice) =>
            html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`,
        )}
      </select>
      ${icon(chevronDownIcon)}
    </div>`,
  );
}

export interface CheckboxesOptions extends FieldOptions {
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  /** All values that are checked now, in the order of the choices. */
  readonly change: (values: string[]) => void;
}

/** Some of a few: a fieldset whose legend is the question. The error summary's link focuses the first box. */
export function checkboxes(i18n: I18n, options: CheckboxesOptions): TemplateResult {
  const { id, name = id, choices, values, change } = options;
  const toggled = (value: string, checked: boolean) =>
    change(
      choices.map((choice) => choice.value).filter((one) => (one === value ? checked : values.includes(one))),
    );
  return fieldset(
    i18n,
    options,
    choices.map(
      ({ value, label, hint }, i) =>
        html`<label class="choice" part="choice">
          <input
            class="choice__box"
            part="choice__box"
            type="checkbox"
            id=${`${id}-${i}`}
            name=${name}
            value=${value}
            .checked=${values.includes(value)}
            @change=${(event: Event) => toggled(value, (event.target as HTMLInputElement).checked)}
          />
          <span class="choice__label">${label} ${hint ? html`<span class="choice__hint">${hint}</span>` : nothing}</span>
        </label>`,
    ),
  );
}

export const choiceStyles = css`
  .select {
    position: relative;
  }
  .select .control {
    padding-inline-end: 2.5em;
    text-overflow: ellipsis;
  }
  .select .icon {
    position: absolute;
    inset-block-start: calc(50% - 0.625em);
    inset-inline-end: 0.75em;
    pointer-events: none;
  }
  .choice {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    min-block-size: var(--_target);
    padding-block: 0.5em;
    cursor: pointer;
  }
  .choice__box {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_brand-solid);
    cursor: pointer;
  }
  .choice__label {
    min-inline-size: 0;
  }
  .choice__hint {
    display: block;
    color: var(--_text-muted);
  }
`;
