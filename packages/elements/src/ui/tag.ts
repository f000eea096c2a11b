import { css, html, type TemplateResult } from 'lit';
import type { Content } from './content.ts';
import type { Tone } from './tone.ts';

/** A status in a word or two; a colour only where something is due or new. It never looks like a button. */
export const tag = (words: Content, tone: Tone = 'neutral'): TemplateResult => {
  const name = `tag tag--${tone}`;
  return html`<span class="${name} tone--${tone}" part=${name}>${words}</span>`;
};

export const tagStyles = css`
  .tag {
    display: inline-block;
    max-inline-size: 100%;
    padding: 0.125em 0.5em;
    border-radius: calc(var(--_radius) * 0.5);
    background-color: var(--_tint);
    color: var(--_ink);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.5;
  }
  @media (forced-colors: active) {
    .tag {
      padding-inline: 0;
    }
  }
`;
