import { css } from 'lit';

export const styles = css`
  :host {
    background-color: transparent;
  }
  .sign-in {
    display: grid;
    gap: 1.25em;
    max-inline-size: 30em;
    margin-inline: auto;
  }
  .sign-in__head {
    display: grid;
    gap: 0.375em;
  }
  .stack {
    gap: 1.25em;
  }
  .stack > .field,
  .stack > .summary,
  .stack > .button {
    inline-size: 100%;
  }
  .form__actions .button {
    flex: 1 1 auto;
  }
  .help {
    display: grid;
    gap: 0.5em;
    padding-block-start: 1.25em;
    border-block-start: var(--_line-width) solid var(--_border);
    color: var(--_text-muted);
  }
`;
