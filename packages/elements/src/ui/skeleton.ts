import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { after } from './after.ts';
import { button } from './button.ts';

export interface SkeletonOptions {
  /** The shape of what will come: rows of a list, lines of text, a card. */
  readonly shape?: 'rows' | 'text' | 'card';
  /** How many of them. */
  readonly count?: number;
  /** Offered after ten seconds. */
  readonly retry?: (() => void) | undefined;
}

/**
 * The place of what is being loaded. It takes its room at once, so nothing jumps, is drawn after 300 ms, says “Still
 * loading…” at 4 s and offers to try again at 10 s.
 */
export function skeleton(
  i18n: I18n,
  { shape = 'rows', count = 3, retry }: SkeletonOptions = {},
): TemplateResult {
  const name = `skeleton skeleton--${shape}`;
  return html`<div class=${name} part=${name}>
    <div class="skeleton__shapes" aria-hidden="true">
      ${Array.from({ length: count }, () => html`<div class="skeleton__item"><i></i><i></i></div>`)}
    </div>
    <p class="skeleton__words" part="skeleton__words" role="status">
      <span class="visually-hidden" ${after(300, i18n.t('common.loading'))}></span>
      <span ${after(4000, i18n.t('common.still-loading'))}></span>
    </p>
    ${retry ? html`<div ${after(10_000, button(i18n.t('common.try-again'), { click: retry }))}></div>` : nothing}
  </div>`;
}

export const skeletonStyles = css`
  @keyframes portal-appear {
    from {
      visibility: hidden;
    }
  }
  .skeleton {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }
  .skeleton__shapes {
    inline-size: 100%;
    animation: portal-appear 0.3s steps(1, end) both;
  }
  .skeleton__item {
    display: grid;
    gap: 0.5em;
    align-content: center;
    min-block-size: 4.5em;
  }
  .skeleton--rows .skeleton__item + .skeleton__item {
    border-block-start: var(--_line-width) solid var(--_border);
  }
  .skeleton--text .skeleton__item {
    min-block-size: 3em;
  }
  .skeleton--card .skeleton__item {
    padding: var(--_space);
    min-block-size: 8em;
    border: var(--_line-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
  }
  .skeleton__item i {
    block-size: 0.75em;
    inline-size: 40%;
    border-radius: calc(var(--_radius) * 0.5);
    background-color: var(--_border);
    opacity: 0.6;
  }
  .skeleton__item i + i {
    inline-size: 65%;
  }
  .skeleton__words {
    min-block-size: 1.5em;
    color: var(--_text-muted);
  }
`;
