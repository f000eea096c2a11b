import type { Message, Thread } from '@casefront/core';
import { messages, threads } from '@casefront/core/endpoints/threads';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { list as formatList } from '../locales/intl.ts';
import { seen } from '../notifications/seen.ts';
import { dataView, pages, portal, query, type Portal, type PortalHost } from '../state/index.ts';
import { button, link, liveRegion, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { backLink } from './back-link.ts';
import { keepPlace } from './keep-place.ts';
import { messageItem } from './message.ts';
import { ReplyForm } from './reply-form.ts';

/** Messages of one page. */
const PAGE = 50;
/** How often an open conversation is asked for news, in milliseconds. */
const EVERY = 30_000;

interface Options {
  /** The conversation that is shown, if one is. */
  readonly id: () => string | undefined;
  /** Whether it has just been begun here. */
  readonly begun: () => boolean;
}

/** One conversation: who can read it, its messages with the newest at the bottom, and the reply. */
export class Conversation {
  readonly #host: PortalHost;
  readonly #portal: Portal;
  readonly #thread;
  readonly #messages;
  readonly #reply: ReplyForm;
  readonly #begun: Options['begun'];
  #newest: string | undefined;
  #loaded = '';

  constructor(host: PortalHost, { id, begun }: Options) {
    this.#host = host;
    this.#begun = begun;
    this.#portal = portal(host);
    const one = () => {
      const shown = id();
      return shown ? { id: shown } : undefined;
    };
    this.#thread = query(host, threads.get, one);
    this.#messages = pages(host, messages.list, () => one() && { ...one()!, limit: PAGE }, { every: EVERY });
    this.#reply = new ReplyForm(host, () => this.#thread.data);
    seen(host, () => {
      const shown = this.#messages.items.length ? this.#thread.data : undefined;
      return shown?.unseen ? { type: 'thread', id: shown.id, revision: shown.revision } : undefined;
    });
  }

  /** Another conversation is shown. */
  open(): void {
    this.#newest = undefined;
    this.#loaded = '';
    this.#reply.open({ sent: this.#begun() });
  }

  render(level: HeadingLevel): Content {
    return html`${backLink(this.#portal)}
    ${dataView(this.#thread, {
      skeleton: { shape: 'text', count: 4 },
      ready: (thread) => html`${this.#head(thread, level)}
      ${dataView(this.#messages, {
        skeleton: { shape: 'text', count: 4 },
        ready: (items) => this.#list(items),
      })}
      ${this.#reply.render()}`,
    })}`;
  }

  /** After each render: the newest message comes into view when the conversation is opened, and news are noticed. */
  updated(): void {
    const newest = this.#messages.items[0]?.id;
    if (!newest || newest === this.#newest) return;
    const opened = this.#newest === undefined;
    this.#newest = newest;
    const root = this.#host.renderRoot;
    const end = root.querySelector('.reply') ?? root.querySelector('.message:last-child');
    if (opened) end?.scrollIntoView({ block: 'nearest' });
    else queueMicrotask(() => void this.#thread.refetch()); // for its revision: what has come is seen now
  }

  #head({ subject, caseId, caseTitle, participants }: Thread, level: HeadingLevel): Content {
    const { i18n, session } = this.#portal;
    const others = participants.filter(({ id }) => id !== session?.person.id).map(({ name }) => name);
    const readers = formatList(i18n.locale).format([i18n.t('inbox.you'), ...others]);
    return html`<header class="thread-head" part="thread-head">
      ${title(level, subject)}
      <p>
        ${i18n.rich<string | TemplateResult>('inbox.about', {
          title: link(caseTitle, { href: this.#portal.href('case', caseId) }),
        })}
      </p>
      <p class="muted">${i18n.t('inbox.people', { names: readers })}</p>
    </header>`;
  }

  #list(newestFirst: readonly Message[]): Content {
    const { i18n, session } = this.#portal;
    const { hasMore, loadingMore } = this.#messages;
    return html`${
      hasMore
        ? button(i18n.t('inbox.earlier'), {
            kind: 'quiet',
            busy: loadingMore && i18n.t('common.loading'),
            click: () => void this.#earlier(),
          })
        : nothing
    }
    ${liveRegion(this.#loaded)}
    <ol class="messages" part="messages" role="list" tabindex="-1" aria-label=${i18n.t('inbox.thread')}>
      ${repeat(
        newestFirst.toReversed(),
        ({ id }) => id,
        (message) => messageItem(i18n, message, session?.person.id),
      )}
    </ol>`;
  }

  /** Adds earlier messages above without moving what is being read; the focus stays near where it was. */
  async #earlier(): Promise<void> {
    const root = this.#host.renderRoot;
    const before = this.#messages.items.length;
    const restore = keepPlace(root.querySelector('.message'));
    await this.#messages.loadMore();
    await this.#host.updateComplete;
    restore();
    const count = this.#messages.items.length - before;
    this.#loaded = count ? this.#portal.i18n.t('inbox.earlier-loaded', { count }) : '';
    if (!this.#messages.hasMore) root.querySelector<HTMLElement>('.messages')?.focus({ preventScroll: true });
    this.#host.requestUpdate();
  }
}
