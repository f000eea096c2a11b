import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

class CssVars extends Directive {
  override render(_values: Readonly<Record<`--${string}`, string>>) {
    return noChange;
  }

  override update(part: ElementPart, [values]: Parameters<this['render']>) {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(values)) style.setProperty(name, value);
    return noChange;
  }
}

/**
 * Sets custom properties on an element: `html\`<div class="bar" ${cssVars({ '--ratio': '0.4' })}></div>\``.
 * Lit's `style=${…}` and `styleMap` write a style attribute on first render, which `style-src 'self'` blocks; this
 * goes through CSSOM.
 */
export const cssVars = directive(CssVars);
