import { css } from 'lit';

export const styles = css`
  .dashboard {
    display: grid;
    gap: 1.5em;
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
  .done {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
  }
  .done .icon {
    color: var(--_success-text);
  }
  .next__step {
    font-weight: 600;
  }
  @container (min-width: 54em) {
    .columns:has(:nth-child(2)) {
      grid-template-columns: minmax(0, 1.8fr) minmax(16em, 1fr);
    }
  }
  .activity {
    display: grid;
    gap: 1em;
  }
  .activity li {
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--_border);
  }
`;
