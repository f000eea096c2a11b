import { css, html, nothing, type TemplateResult } from 'lit';
import type { Content } from './content.ts';
import { icon } from './icon.ts';
import { checkIcon, chevronDownIcon } from './icons.ts';

export interface StepOptions {
  readonly title: Content;
  readonly state: 'done' | 'current' | 'upcoming';
  /** The state in words: “Done March 3, 2026”, “In progress”. Colour and shape only repeat it. */
  readonly status: Content;
  /** What happens in this step. Open for the current step, behind a disclosure for the others. */
  readonly body?: Content;
}

/** Where something stands: an ordered list, never a percentage. */
export const steps = (items: readonly StepOptions[], { label }: { label?: string } = {}): TemplateResult =>
  html`<ol class="steps" part="steps" role="list" aria-label=${label ?? nothing}>
    ${items.map(step)}
  </ol>`;

function step({ title, state, status, body }: StepOptions): TemplateResult {
  const name = `step step--${state}`;
  const head = html`<span>
    <span class="step__title" part="step__title">${title}</span>
    <span class="step__status" part="step__status">${status}</span>
  </span>`;
  const inside = body ? html`<div class="step__body" part="step__body">${body}</div>` : nothing;
  return html`<li class=${name} part=${name} aria-current=${state === 'current' ? 'step' : nothing}>
    <span class="step__mark" part="step__mark" aria-hidden="true">${state === 'done' ? icon(checkIcon) : nothing}</span>
    ${
      body && state !== 'current'
        ? html`<details class="step__content">
          <summary class="step__head">${head} ${icon(chevronDownIcon)}</summary>
          ${inside}
        </details>`
        : html`<div class="step__content"><div class="step__head">${head}</div>${inside}</div>`
    }
  </li>`;
}

export const stepsStyles = css`
  .step {
    position: relative;
    display: flex;
    gap: 0.875em;
    padding-block-end: 0.5em;
  }
  .step:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 2em -0.25em;
    inset-inline-start: calc(0.75em - 1px);
    inline-size: 2px;
    background-color: var(--_border);
  }
  .step--done:not(:last-child)::before {
    background-color: var(--_border-strong);
  }
  .step__mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin-block-start: 0.375em;
    border: 2px solid var(--_border-strong);
    border-radius: 50%;
    background-color: var(--_surface);
  }
  .step--current .step__mark {
    border: 0.4375em solid var(--_brand-solid);
  }
  .step--done .step__mark .icon {
    inline-size: 1em;
    block-size: 1em;
    stroke-width: 2.5;
  }
  .step__content {
    flex: 1;
    min-inline-size: 0;
  }
  .step__head {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    justify-content: space-between;
    min-block-size: var(--_target);
    max-inline-size: var(--_measure);
    padding-block: 0.375em;
    border-radius: calc(var(--_radius) * 0.5);
  }
  summary.step__head {
    cursor: pointer;
  }
  summary.step__head::-webkit-details-marker {
    display: none;
  }
  summary.step__head:hover .step__title {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .step__head > .icon {
    margin-block-start: 0.125em;
    color: var(--_text-muted);
    transition: transform var(--_duration);
  }
  [open] > .step__head > .icon {
    transform: rotate(180deg);
  }
  .step__title {
    font-weight: 600;
  }
  .step--upcoming .step__title {
    font-weight: 400;
  }
  .step__status {
    display: block;
    color: var(--_text-muted);
  }
  .step__body {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    max-inline-size: var(--_measure);
    padding-block: 0.25em 0.75em;
  }
`;
