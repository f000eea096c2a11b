import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { focusOn } from './focus.ts';

export interface FieldError {
  /** The id of the field; none when the error is about the whole form. */
  readonly field?: string | undefined;
  /** The same words as at the field. */
  readonly message: string;
}

/**
 * What is wrong, above the form, with a link to each field. It takes the focus whenever it gets a new array, so give a
 * new one after each submit and keep it while the person corrects. Renders nothing for an empty one.
 */
export function errorSummary(i18n: I18n, errors: readonly FieldError[]): TemplateResult | typeof nothing {
  if (!errors.length) return nothing;
  return html`<div
    class="summary"
    part="summary"
    tabindex="-1"
    role="group"
    aria-labelledby="summary-title"
    ${focusOn(errors)}
  >
    <h2 class="summary__title" part="summary__title" id="summary-title">${i18n.t('field.summary')}</h2>
    <ul>
      ${errors.map(
        ({ field, message }) =>
          html`<li>${field ? html`<a class="summary__link" href=${`#${field}`} @click=${jump}>${message}</a>` : message}</li>`,
      )}
    </ul>
  </div>`;
}

/** A fragment link cannot point into a shadow root, and must not touch the host's address. */
function jump(event: MouseEvent): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const target = (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1));
  const control = target?.matches('fieldset') ? target.querySelector('input') : target;
  control?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

export const errorSummaryStyles = css`
  .summary {
    display: grid;
    gap: 0.5em;
    padding: 1em;
    border: 2px solid var(--_danger-solid);
    border-radius: var(--_radius);
    scroll-margin: 1em;
  }
  .summary:focus {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .summary__title {
    font-size: 1.125em;
  }
  .summary li {
    padding-block: 0.25em;
  }
  .summary__link {
    color: var(--_danger-text);
    font-weight: 600;
  }
`;
