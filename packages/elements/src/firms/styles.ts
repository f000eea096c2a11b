import { css } from 'lit';

/** The menu lies over what is below; in a narrow portal it is as wide as that. */
export const styles = css`
  :host {
    flex: none;
    min-inline-size: 0;
    container-type: normal;
    background-color: transparent;
  }
  .button {
    cursor: pointer;
    gap: 0.25em;
    padding-inline: 0.5em;
  }
  .switch {
    position: relative;
  }
  .button::-webkit-details-marker {
    display: none;
  }
  .menu {
    position: absolute;
    z-index: 3;
    inset-block-start: 100%;
    inset-inline: auto 0;
    inline-size: max-content;
    max-inline-size: min(19em, 100vi - 2em);
    padding: 1em;
    border: var(--_line-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background-color: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .menu > .muted {
    margin-block-start: 0.5em;
  }
  .firm {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: var(--_target);
    padding-inline-start: 1.75em;
  }
  .firm--current {
    padding-inline-start: 0;
    font-weight: 600;
  }
  .firm .muted {
    display: block;
    font-weight: 400;
  }
  :host([align='start']) .menu {
    inset-inline: 0 auto;
  }
  @container (max-width: 30em) {
    :host,
    .switch {
      position: static;
    }
    .menu {
      inset-block-start: auto;
      inset-inline: var(--_space);
      inline-size: auto;
      max-inline-size: none;
    }
  }
`;
