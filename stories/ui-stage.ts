/** Shows a piece of the vocabulary the way an element does: inside a shadow root, with its styles and its words. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { createI18n, loadI18n, type I18n } from '../packages/elements/src/locales/index.ts';
import { base } from '../packages/elements/src/theme/index.ts';
import {
  choiceStyles,
  dialogStyles,
  stepsStyles,
  textAreaStyles,
  ui,
} from '../packages/elements/src/ui/index.ts';

export type View = (i18n: I18n, redraw: () => void) => TemplateResult;

export class UiStage extends LitElement {
  static override styles = [
    ...base,
    ...ui,
    choiceStyles,
    dialogStyles,
    stepsStyles,
    textAreaStyles,
    css`
      :host {
        padding: 1.5em;
      }
      .stage {
        display: grid;
        gap: 2em;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75em;
        align-items: center;
      }
    `,
  ];
  static override properties = { view: { attribute: false }, language: {}, i18n: { state: true } };

  declare view: View | undefined;
  declare language: string;
  declare i18n: I18n;

  constructor() {
    super();
    this.i18n = createI18n();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('language') && this.language)
      void loadI18n([this.language]).then((i18n) => (this.i18n = i18n));
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.view
      ? html`<div class="stage">${this.view(this.i18n, () => this.requestUpdate())}</div>`
      : nothing;
  }
}
if (!customElements.get('ui-stage')) customElements.define('ui-stage', UiStage);

/** A story of one view. */
export const staged = (view: View) => ({
  view,
  render: (_args: unknown, context?: { globals?: { lang?: string } }) =>
    html`<ui-stage language=${context?.globals?.lang ?? 'en'} .view=${view}></ui-stage>`,
});
