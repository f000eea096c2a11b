import type { ThreadSummary } from '@casefront/core';
import { threads } from '@casefront/core/endpoints/threads';
import { html, nothing } from 'lit';
import { dataView, pages, portal, type Portal, type PortalHost } from '../state/index.ts';
import { button, buttonLink, emptyState, list, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { plusIcon } from '../ui/icons.ts';
import { threadRow } from './thread-row.ts';

/** How often the list is asked for again while it is on the screen, in milliseconds. */
const EVERY = 60_000;

/** The conversations, newest message first. */
export class ThreadList {
  readonly #portal: Portal;
  readonly #threads;
  readonly #caseId: () => string | undefined;

  /**
   * @param open whether the list is what is shown
   * @param caseId shows only the conversations about this case
   */
  constructor(host: PortalHost, open: () => boolean, caseId: () => string | undefined) {
    this.#portal = portal(host);
    this.#caseId = caseId;
    const input = () => open() && { ...(caseId() ? { caseId: caseId()! } : {}) };
    this.#threads = pages(host, threads.list, input, { every: EVERY });
  }

  render(level: HeadingLevel): Content {
    const { i18n, session } = this.#portal;
    const head = html`<div class="head">
      ${title(level, i18n.t('inbox.title'))} ${this.#threads.items.length ? this.#new('primary') : nothing}
    </div>`;
    return html`${session === null ? nothing : head}
      ${dataView(this.#threads, {
        ready: (items) => this.#ready(items),
        empty: () =>
          emptyState({
            title: i18n.t('inbox.empty'),
            body: i18n.t('inbox.empty-body'),
            action: this.#new('primary'),
          }),
      })}`;
  }

  #ready(items: readonly ThreadSummary[]): Content {
    const { i18n } = this.#portal;
    const { hasMore, loadingMore } = this.#threads;
    return html`${list(items.map((thread) => threadRow(this.#portal, thread)))}
    ${
      hasMore
        ? button(i18n.t('common.list-more'), {
            busy: loadingMore && i18n.t('common.loading'),
            click: () => void this.#threads.loadMore(),
          })
        : nothing
    }`;
  }

  #new(kind: 'primary' | 'secondary'): Content {
    const { i18n, session } = this.#portal;
    if (!session?.capabilities.includes('messages.send')) return nothing;
    const href = this.#portal.href('compose', this.#caseId());
    return buttonLink(i18n.t('inbox.new'), { href, kind, icon: plusIcon });
  }
}
