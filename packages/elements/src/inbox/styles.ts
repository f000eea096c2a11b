import { css } from 'lit';

export const styles = css`
  .inbox {
    display: grid;
    gap: 1.5em;
    align-content: start;
  }
  .inbox > * {
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    align-items: center;
    justify-content: space-between;
  }
  .thread-head {
    display: grid;
    gap: 0.25em;
  }
  .messages,
  .reply {
    max-inline-size: 46em;
  }
  .inbox > .button {
    justify-self: start;
  }
  .form {
    display: grid;
    gap: 1.5em;
    justify-items: start;
  }
  .form .field {
    max-inline-size: 46em;
  }
  .form > .notice,
  .form > .summary {
    inline-size: 100%;
    max-inline-size: 46em;
  }
  .reply {
    padding-block-start: 1.5em;
    border-block-start: var(--_line-width) solid var(--_border);
  }
  @container (max-width: 30em) {
    .form > .button {
      inline-size: 100%;
    }
  }
`;
