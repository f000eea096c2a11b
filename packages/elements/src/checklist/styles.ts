import { css } from 'lit';

export const styles = css`
  .card {
    gap: 0.25em;
    justify-items: start;
    padding-block: 0.5em;
  }
  .card > .list {
    inline-size: 100%;
  }
  .card > .button {
    margin-inline-start: -1.125em;
  }
  .row {
    min-block-size: max(2.75em, var(--_target));
    padding-block: 0.5em;
  }
  .row__words {
    flex-direction: row;
    align-items: center;
  }
  .row__aside {
    flex: none;
  }
  summary.row {
    cursor: pointer;
  }
  summary.row::-webkit-details-marker {
    display: none;
  }
  summary.row .row__title {
    color: var(--_brand-text);
  }
  summary.row:hover .row__title {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  summary.row > .icon:last-child {
    transition: transform var(--_duration);
  }
  [open] > summary.row > .icon:last-child {
    transform: rotate(180deg);
  }
  .how__body {
    display: grid;
    gap: 0.75em;
    justify-items: start;
    padding-block: 0.25em 1em;
    padding-inline-start: 2em;
  }
  .gone {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-weight: 600;
  }
  .gone .icon {
    color: var(--_success-text);
  }
`;
