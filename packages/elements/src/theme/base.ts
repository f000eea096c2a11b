/** Styles that make an element look the same inside any website. First in the `styles` of every element. */
import { css } from 'lit';
import { tokenStyles } from './tokens.ts';

/**
 * Nothing of the host's style leaks in but the font, the text size, the direction and the tokens. Host rules such as
 * `* { letter-spacing: … }` hit the element itself and would beat `:host`, so what is inherited is `!important`
 * (for important rules the inner tree wins, CSS Scoping §3.3); what places the element on the page stays the host's.
 */
const shell = css`
  :host {
    all: initial;
    display: block;
    position: relative;
    box-sizing: border-box;
    visibility: inherit;
    pointer-events: inherit;
    min-inline-size: min(100%, 18em);
    flex: 1 1 auto;
    align-self: stretch;
    justify-self: stretch;
    container-type: inline-size;
  }
`;

export const text = css`
  :host {
    color-scheme: inherit;
    color: var(--_text) !important;
    font-family: var(--_font-family, inherit) !important;
    font-size: var(--_font-size) !important;
    font-style: normal !important;
    font-variant: normal !important;
    font-weight: 400 !important;
    font-stretch: normal !important;
    line-height: var(--_line-height) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    cursor: auto !important;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    background-color: var(--_surface);
  }
  :host::before,
  :host::after {
    content: none !important;
  }
  :host([color-scheme='light']) {
    color-scheme: light;
  }
  :host([color-scheme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none !important;
  }
`;

export const elements = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4 {
    font-family: var(--_font-heading, inherit);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  h1 {
    font-size: 1.75em;
  }
  h2 {
    font-size: 1.375em;
  }
  h3 {
    font-size: 1.125em;
  }
  h4 {
    font-size: 1em;
  }
  p {
    max-inline-size: var(--_measure);
    text-wrap: pretty;
  }
  a {
    color: var(--_brand-text);
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
  }
  a:hover {
    text-decoration-thickness: max(2px, 0.125em);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  time,
  .number {
    font-variant-numeric: tabular-nums;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-inner);
    border-radius: calc(var(--_radius) * 0.5);
  }
  [tabindex='-1']:focus {
    outline: none;
    box-shadow: none;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack {
    display: grid;
    gap: var(--_space);
    justify-items: start;
  }
  .stack > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .muted {
    color: var(--_text-muted);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0.01ms !important;
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      scroll-behavior: auto !important;
    }
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    :host {
      background: none;
    }
  }
`;

/** Tokens, isolation and plain HTML, for an element with a shadow root. */
export const base = [shell, tokenStyles, text, elements];
