import { css } from 'lit';

export const styles = css`
  .profile,
  .screen {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .profile {
    row-gap: calc(var(--_space) * 2);
  }
  .screen {
    max-inline-size: 36em;
  }
  /* The way back: its words stand under the others. */
  .screen > .button--quiet {
    padding-inline: 0;
  }
  .settings {
    inline-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
    border-block-end: var(--_line-width) solid var(--_border);
  }
  .setting {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    justify-content: space-between;
    min-block-size: 3.5em;
    padding-block: 0.75em;
    border-block-start: var(--_line-width) solid var(--_border);
  }
  .setting__words {
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .setting__name {
    font-weight: 600;
  }
  .setting__value {
    white-space: pre-line;
  }
  .setting .button {
    flex: none;
  }
`;
