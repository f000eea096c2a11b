import { css } from 'lit';

/** Narrower than 48em it is a phone: one column, navigation at the foot of the screen. */
export const styles = css`
  :host {
    --_inset: var(--_space);
    min-block-size: min(40em, 80vb);
    background-color: transparent; /* beyond the round corners is the page */
  }
  .portal {
    display: grid;
    background-color: var(--_surface);
    grid-template: 'head' auto 'content' 1fr 'foot' auto 'nav' auto / minmax(0, 1fr);
    min-block-size: inherit;
  }
  .head {
    grid-area: head;
  }
  .nav {
    grid-area: nav;
  }
  .content {
    grid-area: content;
    min-inline-size: 0;
    padding: 1.5em var(--_inset) 3em;
  }
  .content > .notice {
    margin-block-end: 1.5em;
  }
  .foot {
    grid-area: foot;
  }
  .skip {
    position: absolute;
    z-index: 2;
    inset-block-start: 0;
    inset-inline-start: 0;
    padding: 0.75em 1em;
    background-color: var(--_surface);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  @container (min-width: 48em) {
    .portal {
      --_inset: calc(var(--_space) * 1.5);
      grid-template: 'head head' auto 'nav content' 1fr 'foot foot' auto / 13em minmax(0, 1fr);
      border: var(--_line-width) solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
    }
    .portal--out {
      grid-template: 'head' auto 'content' 1fr 'foot' auto / minmax(0, 1fr);
    }
    .content {
      padding: 2em calc(var(--_space) * 2.5) 4em;
    }
  }
`;
