import { css, html, type TemplateResult } from 'lit';
import type { Content } from './content.ts';

/** `neutral` for what just is; a colour only where something is due or new. */
export type Tone = 'neutral' | 'brand' | 'success' | 'warning' | 'danger' | 'info';

/** A status in a word or two. It never looks like a button: no border, no hover, no uppercase. */
export const tag = (words: Content, tone: Tone = 'neutral'): TemplateResult => {
  const name = `tag tag--${tone}`;
  return html`<span class=${name} part=${name}>${words}</span>`;
};

export const tagStyles = css`
  .tag {
    display: inline-block;
    max-inline-size: 100%;
    padding: 0.125em 0.5em;
    border-radius: calc(var(--_radius) * 0.5);
    background-color: var(--_surface-sunken);
    color: var(--_text);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.5;
  }
  .tag--brand {
    background-color: var(--_brand-tint);
    color: var(--_on-brand-tint);
  }
  .tag--success {
    background-color: var(--_success-tint);
    color: var(--_success-text);
  }
  .tag--warning {
    background-color: var(--_warning-tint);
    color: var(--_warning-text);
  }
  .tag--danger {
    background-color: var(--_danger-tint);
    color: var(--_danger-text);
  }
  .tag--info {
    background-color: var(--_info-tint);
    color: var(--_info-text);
  }
  @media (forced-colors: active) {
    .tag {
      padding-inline: 0;
    }
  }
`;
