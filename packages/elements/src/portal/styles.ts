import { css } from 'lit';

/** Narrower than 48em it is a phone: one column, navigation at the foot of the screen. */
export const styles = css`
  :host {
    min-block-size: min(40em, 80vb);
  }
  .portal {
    display: grid;
    grid-template: 'head' auto 'content' 1fr 'foot' auto 'nav' auto / minmax(0, 1fr);
    min-block-size: inherit;
    padding-inline: var(--_space);
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
    padding-block: 1.5em 3em;
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
      grid-template: 'head head' auto 'nav content' 1fr 'foot foot' auto / 13em minmax(0, 1fr);
      gap: 0 2.5em;
    }
    .portal--out {
      grid-template: 'head' auto 'content' 1fr 'foot' auto / minmax(0, 1fr);
    }
    .nav {
      padding-block: 1.5em;
      margin-inline-start: -0.75em;
    }
    .content {
      padding-block: 2em 4em;
    }
  }
`;
