import { css } from 'lit';

/** Of what asks for a proof, sets up a second factor, or shows codes. */
export const factorStyles = css`
  .qr {
    display: block;
    inline-size: 12em;
    max-inline-size: 100%;
    border-radius: var(--_radius);
    background-color: white; /* a camera reads dark on light, whatever the theme */
    forced-color-adjust: none;
  }
  .qr path {
    fill: black;
  }
  .secret {
    font-family: ui-monospace, monospace;
    font-size: 1.125em;
    letter-spacing: 0.05em;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
    gap: 0.5em 1.5em;
    inline-size: 100%;
    padding: 1em;
    border: var(--_line-width) solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface-raised);
    font-family: ui-monospace, monospace;
    font-variant-numeric: tabular-nums;
  }
  .codes li {
    overflow-wrap: anywhere; /* whole where there is room: none may be cut off or covered */
  }
  .instructions {
    display: grid;
    gap: 1.5em;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  .instructions li > * + * {
    margin-block-start: 0.75em;
  }
  .instructions li::marker {
    font-weight: 600;
  }
  .offers {
    display: grid;
    gap: 1em;
  }
  .offer {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }
`;
