import type { PortalClient } from '@casefront/core/client';
import { css, html, LitElement, nothing } from 'lit';
import english from '../locales/en.viewing.json' with { type: 'json' };
import { addEnglish, createI18n, loadI18n } from '../locales/index.ts';
import { portal } from '../state/index.ts';
import { base } from '../theme/index.ts';
import { icon, ui } from '../ui/index.ts';
import { infoIcon } from '../ui/icons.ts';

addEnglish(english);

/**
 * Says to somebody of the firm that they look at the portal as a client does, for as long as they do. `<client-portal>` and
 * `<portal-provider>` show it by themselves.
 *
 * @csspart viewing - The bar.
 */
export class PortalViewing extends LitElement {
  static override styles = [
    base,
    ui,
    css`
      :host {
        position: sticky;
        z-index: 11;
        inset-block-start: 0;
      }
      .viewing {
        display: flex;
        gap: 0.75em;
        align-items: center;
        justify-content: center;
        padding: 0.75em var(--_space);
        border-block-end: 4px solid var(--_warning-solid);
        background-color: var(--_warning-tint);
      }
      .viewing p {
        max-inline-size: none;
      }
      .viewing .icon {
        color: var(--_warning-text);
      }
    `,
  ];
  static override properties = {
    api: {},
    client: { attribute: false },
    view: {},
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /** Leave to look at the portal as a client sees it, beside `api`. */
  view?: string;

  readonly #portal = portal(this);
  /** Of the page, else of whoever looks: the portal around speaks the client's. */
  #i18n = createI18n();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#speak();
  }

  override render() {
    const { session } = this.#portal;
    if (!session?.viewedBy) return nothing;
    const i18n = this.#i18n;
    return html`<div>
      <div class="viewing" part="viewing" role="status" lang=${i18n.language} dir=${i18n.direction}>
        ${icon(infoIcon)}
        <p>
          <strong>${i18n.t('viewing.title', { name: session.person.name })}</strong>
          ${i18n.t('viewing.read-only')}
        </p>
      </div>
    </div>`;
  }

  async #speak(): Promise<void> {
    this.#i18n = await loadI18n([document.documentElement.lang, ...navigator.languages]);
    this.requestUpdate();
  }
}
