import { css } from 'lit';

export const styles = css`
  .case {
    display: grid;
    gap: 2em;
  }
  .header {
    display: grid;
    gap: 0.25em;
  }
  .header__back .link {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-block-size: max(2.25em, 24px);
  }
  .status {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    margin-block-start: 0.75em;
    font-size: 1.0625em;
  }
  .columns {
    display: grid;
    gap: 2.5em 3em;
    align-items: start;
  }
  .column {
    display: grid;
    gap: 2.5em;
    min-inline-size: 0;
  }
  @container (min-width: 54em) {
    .columns {
      grid-template-columns: minmax(0, 1.8fr) minmax(16em, 1fr);
    }
  }
`;

export const listStyles = css`
  .cases {
    display: grid;
    gap: 1.5em;
  }
  .cases > .button {
    justify-self: start;
  }
`;
