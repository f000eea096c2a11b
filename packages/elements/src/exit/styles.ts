import { css } from 'lit';

/** Above what the page itself lets stick to the top; the cover is in the top layer, above everything. */
export const styles = css`
  :host {
    position: sticky;
    z-index: 10;
    inset-block-start: 0;
  }
  .exit {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: flex-start;
    justify-content: space-between;
    padding: 0.375em var(--_space);
    border-block-end: var(--_line-width) solid var(--_border);
  }
  /* Above the frame that the portal has on a wide page. */
  @container (min-width: 48em) {
    .exit {
      margin-block-end: 0.5em;
      border: var(--_line-width) solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
      background-color: var(--_surface);
    }
  }
  .about {
    flex: 1 1 6em;
    min-inline-size: 0;
  }
  .about[open] {
    flex-basis: 100%;
    order: 1;
  }
  .about summary {
    inline-size: fit-content;
    padding-block: calc((max(2.75em, var(--_target)) - 1.5em) / 2);
    color: var(--_text-muted);
    cursor: pointer;
  }
  .about__words {
    display: grid;
    gap: 0.5em;
    padding-block-end: 0.5em;
  }
  .leave {
    position: relative;
    flex: none;
    min-block-size: max(2.75em, var(--_target));
    margin-inline-start: auto;
    padding: 0.5em 0.875em;
    border: var(--_line-width) solid transparent;
    border-radius: var(--_radius);
    background-color: var(--_text);
    color: var(--_surface);
    font-weight: 600;
    line-height: 1.25;
  }
  .presses {
    position: absolute;
    inset-block-end: 0.1875em;
    inset-inline: 0;
    display: flex;
    gap: 0.25em;
    justify-content: center;
  }
  .press {
    inline-size: 0.375em;
    block-size: 0.375em;
    border: 1px solid currentColor;
    border-radius: 50%;
  }
  .press--made {
    background-color: currentColor;
  }
  .cover {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 2em;
    border: 0;
    background-color: var(--_surface);
    color: var(--_text);
  }
  .cover:not(:popover-open) {
    display: none;
  }
  @media print {
    :host {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .press--made {
      background-color: ButtonText;
    }
  }
`;
