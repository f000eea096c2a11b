import { LitElement, type CSSResult } from 'lit';
import { adoptLightStyles } from '../theme/index.ts';
import { ui } from '../ui/index.ts';

/**
 * An element that renders into light DOM, where password managers see it; its styles hold against those of the page.
 * Its shadow root holds nothing but slots: the page's children show while it renders nothing, and the palette hangs on it.
 */
export abstract class LightElement extends LitElement {
  /** Beyond those of `ui`. */
  protected abstract readonly styles: readonly CSSResult[];

  override connectedCallback(): void {
    super.connectedCallback();
    adoptLightStyles(this, [...ui, ...this.styles]);
  }

  protected override createRenderRoot(): HTMLElement {
    const form = Object.assign(document.createElement('slot'), { name: 'form' });
    form.append(document.createElement('slot'));
    this.attachShadow({ mode: 'open' }).append(form);
    return this;
  }
}
