import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { field, ties, type FieldOptions } from './field.ts';

export interface TextAreaOptions extends FieldOptions {
  readonly value: string;
  readonly input?: (value: string) => void;
  /** A token of the HTML autofill list (WCAG 1.3.5). */
  readonly autocomplete?: string;
  /** Most characters, as the server counts them (UTF-16). What is left is shown near the end; typing on is allowed. */
  readonly limit?: number;
  readonly rows?: number;
}

/** Several lines; grows with what is written where the browser can (`field-sizing`). */
export function textArea(i18n: I18n, options: TextAreaOptions): TemplateResult {
  const { id, name = id, value, input, autocomplete, rows = 5, limit } = options;
  const { describedBy, invalid } = ties(options);
  return field(
    i18n,
    options,
    html`<textarea
        class="control control--area"
        part="control control--area"
        id=${id}
        name=${name}
        rows=${rows}
        autocomplete=${(autocomplete ?? nothing) as never}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
        @input=${(event: Event) => input?.((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${limit ? count(i18n, limit - value.length, limit) : nothing}`,
  );
}

/** Read out only when one of these is passed, not at every key. */
const milestones = [0, 10, 20, 50, 100];

function count(i18n: I18n, left: number, limit: number): TemplateResult {
  const words = (count: number) =>
    count < 0
      ? i18n.t('field.characters-over', { count: -count })
      : i18n.t('field.characters-left', { count });
  const near = left <= Math.max(20, limit / 10);
  const passed = left < 0 ? left : milestones.find((milestone) => left <= milestone);
  return html`<p class=${left < 0 ? 'field__count field__count--over' : 'field__count'} part="field__count" aria-hidden="true">
      ${near ? words(left) : nothing}
    </p>
    <p class="visually-hidden" role="status">${passed === undefined ? '' : words(passed)}</p>`;
}

export const textAreaStyles = css`
  .control--area {
    min-block-size: 6em;
    max-block-size: 24em;
    resize: vertical;
    field-sizing: content;
  }
  .field__count {
    min-block-size: 1.5em;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .field__count--over {
    color: var(--_danger-text);
    font-weight: 600;
  }
`;
