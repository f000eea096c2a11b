import { html } from 'lit';
import english from '../locales/en.factors.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { portal, type PortalHost } from '../state/index.ts';
import { button, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { copyIcon, downloadIcon, printerIcon } from '../ui/icons.ts';
import { saveFile } from '../ui/save-file.ts';

addEnglish(english);

/** Leaving the page asks first while they are shown: nobody can show them again. */
const DRAFT = 'recovery codes';

/** Recovery codes, shown once: to copy, to keep as a file or to print. */
export class RecoveryCodes {
  readonly #host: PortalHost;
  readonly #codes: readonly string[];
  readonly #saved: () => void;
  #news = '';

  /** @param saved the person says that they have kept them */
  constructor(host: PortalHost, codes: readonly string[], saved: () => void) {
    this.#host = host;
    this.#codes = codes;
    this.#saved = saved;
    portal(host).state?.drafts.set(DRAFT, true);
  }

  render(level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    return html`${title(level, i18n.t('codes.title'))}
      <p>${i18n.t('codes.intro')}</p>
      <ul class="codes" part="codes" role="list" aria-label=${i18n.t('codes.list')}>
        ${this.#codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div class="form__actions">
        ${button(i18n.t('codes.copy'), { icon: copyIcon, click: () => void this.#copy() })}
        ${button(i18n.t('codes.download'), { icon: downloadIcon, click: () => this.#download() })}
        ${button(i18n.t('codes.print'), { icon: printerIcon, click: () => print() })}
      </div>
      <p class="muted" role="status">${this.#news}</p>
      <div class="help">
        <p>${i18n.t('codes.where')}</p>
        <p>${button(i18n.t('codes.saved'), { kind: 'primary', click: () => this.#done() })}</p>
      </div>`;
  }

  async #copy(): Promise<void> {
    const { i18n } = portal(this.#host);
    try {
      await navigator.clipboard.writeText(this.#codes.join('\n'));
      this.#news = i18n.t('codes.copied');
    } catch {
      this.#news = i18n.t('codes.not-copied');
    }
    this.#host.requestUpdate();
  }

  #download(): void {
    const { i18n, firm } = portal(this.#host);
    const lines = [firm?.name ?? '', i18n.t('codes.title'), '', ...this.#codes, ''];
    saveFile(`${i18n.t('codes.file')}.txt`, lines.join('\n'), 'text/plain');
  }

  #done(): void {
    portal(this.#host).state?.drafts.set(DRAFT, undefined);
    this.#saved();
  }
}
