import { css, html, nothing, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';
import type { Content } from './content.ts';
import { icon as drawn } from './icon.ts';
import { safeUrl } from './url.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonOptions {
  /** One `primary` per screen. `danger` is outlined and worded, never a filled red. */
  readonly kind?: ButtonKind;
  readonly type?: 'button' | 'submit';
  readonly icon?: IconNode;
  /** The words while it works: the button keeps its focus and place, and ignores presses. */
  readonly busy?: string | false | undefined;
  readonly click?: ((event: MouseEvent) => void) | undefined;
  /** The whole name, when the visible words are not enough out of context; must begin with them (WCAG 2.5.3). */
  readonly label?: string;
}

export function button(
  words: Content,
  { kind = 'secondary', type = 'button', icon, busy, click, label }: ButtonOptions = {},
): TemplateResult {
  const press = (event: MouseEvent) => (busy ? event.preventDefault() : click?.(event));
  const name = `button button--${kind}`;
  return html`<button
    class=${name}
    part=${name}
    type=${type}
    aria-label=${label ?? nothing}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${press}
  >
    ${icon ? drawn(icon) : nothing}<span>${busy || words}</span>
  </button>`;
}

/** A link that looks like a button, for the one thing to do next when that is another page. */
export function buttonLink(
  words: Content,
  {
    href,
    kind = 'secondary',
    icon,
    click,
  }: { href: string } & Pick<ButtonOptions, 'kind' | 'icon' | 'click'>,
): TemplateResult {
  const name = `button button--${kind}`;
  return html`<a class=${name} part=${name} href=${safeUrl(href) ?? nothing} @click=${click ?? nothing}>
    ${icon ? drawn(icon) : nothing}<span>${words}</span>
  </a>`;
}

export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: max(2.75em, var(--_target));
    padding: 0.5em 1.125em;
    border: var(--_line-width) solid transparent;
    border-radius: var(--_radius);
    background-color: transparent;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    transition: background-color var(--_duration);
  }
  .button--primary {
    background-color: var(--_brand-solid);
    color: var(--_on-brand);
  }
  .button--primary:hover {
    background-color: var(--_brand-hover);
  }
  .button--secondary {
    border-color: var(--_border-strong);
    color: var(--_text);
  }
  .button--quiet {
    color: var(--_brand-text);
  }
  .button--secondary:hover,
  .button--quiet:hover {
    background-color: var(--_surface-sunken);
  }
  .button--danger {
    border-color: var(--_danger-solid);
    color: var(--_danger-text);
  }
  .button--danger:hover {
    background-color: var(--_danger-tint);
  }
  .button[aria-disabled] {
    cursor: progress;
  }
  @media print {
    .button {
      display: none;
    }
  }
`;
