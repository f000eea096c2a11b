import { css } from 'lit';

/** What a tag or a notice says by colour, besides in words. `neutral` for what just is. */
export type Tone = 'neutral' | 'brand' | 'success' | 'warning' | 'danger' | 'info';

/** Ground, ink and edge of a tone, for whatever has the class. */
export const toneStyles = css`
  .tone--neutral {
    --_tint: var(--_surface-sunken);
    --_ink: var(--_text);
    --_edge: var(--_border-strong);
  }
  .tone--brand {
    --_tint: var(--_brand-tint);
    --_ink: var(--_on-brand-tint);
    --_edge: var(--_brand-solid);
  }
  .tone--success {
    --_tint: var(--_success-tint);
    --_ink: var(--_success-text);
    --_edge: var(--_success-solid);
  }
  .tone--warning {
    --_tint: var(--_warning-tint);
    --_ink: var(--_warning-text);
    --_edge: var(--_warning-solid);
  }
  .tone--danger {
    --_tint: var(--_danger-tint);
    --_ink: var(--_danger-text);
    --_edge: var(--_danger-solid);
  }
  .tone--info {
    --_tint: var(--_info-tint);
    --_ink: var(--_info-text);
    --_edge: var(--_info-solid);
  }
`;
