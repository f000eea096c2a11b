import type { CaseSummary } from '@casefront/core';
import type { PortalClient } from '@casefront/core/client';
import { cases } from '@casefront/core/endpoints/cases';
import { html, LitElement, nothing } from 'lit';
import english from '../locales/en.cases.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { dataView, pages, portal } from '../state/index.ts';
import { base } from '../theme/index.ts';
import {
  below,
  button,
  emptyState,
  focusTitle,
  list,
  section,
  title,
  ui,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import { caseRow, caseRowStyles } from './case-row.ts';
import { listStyles } from './styles.ts';

addEnglish(english);

/**
 * The client's cases, newest activity first, closed ones apart.
 *
 * @slot - Shown by the page itself until the element is defined.
 * @fires {CustomEvent<NavigateDetail>} portal-navigate - A case was followed; prevent it to go there yourself.
 * @csspart title - “Your cases”.
 * @csspart section - The open or the closed cases, when there are both.
 * @csspart row - A case; `row__title`, `row__text`, `row__status` and `row__meta` are inside.
 */
export class PortalCases extends LitElement {
  static override styles = [base, ui, caseRowStyles, listStyles];
  static override properties = {
    api: {},
    client: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /** Level of the first heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  readonly #portal = portal(this);
  readonly #cases = pages(this, cases.list);

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this.renderRoot, options);
  }

  override render() {
    const { i18n, firm, session } = this.#portal;
    return html`<div class="cases">
      ${session === null ? nothing : title(this.headingLevel, i18n.t('cases.title'))}
      ${dataView(this.#cases, {
        ready: (items) => this.#ready(items),
        empty: () =>
          emptyState({
            title: i18n.t('cases.empty'),
            body: i18n.t('cases.empty-body', { firm: firm?.name ?? '' }),
          }),
      })}
    </div>`;
  }

  #ready(items: readonly CaseSummary[]): Content {
    const { i18n } = this.#portal;
    const closed = items.filter(({ state }) => state === 'closed');
    const open = items.filter(({ state }) => state !== 'closed');
    const { hasMore, loadingMore } = this.#cases;
    return html`${open.length && closed.length ? this.#section('open', open) : this.#list(open)}
    ${closed.length ? this.#section('closed', closed) : nothing}
    ${
      hasMore
        ? button(i18n.t('common.list-more'), {
            busy: loadingMore && i18n.t('common.loading'),
            click: () => void this.#cases.loadMore(),
          })
        : nothing
    }`;
  }

  #section(name: 'open' | 'closed', items: readonly CaseSummary[]): Content {
    const words = this.#portal.i18n.t(`cases.${name}-title`);
    return section({ id: name, title: words, level: below(this.headingLevel) }, this.#list(items));
  }

  #list(items: readonly CaseSummary[]): Content {
    return items.length ? list(items.map((item) => caseRow(this.#portal, item))) : undefined;
  }
}
