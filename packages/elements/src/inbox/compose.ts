import type { CaseSummary } from '@casefront/core';
import type { PortalError } from '@casefront/core/client';
import { cases } from '@casefront/core/endpoints/cases';
import { threads } from '@casefront/core/endpoints/threads';
import { html } from 'lit';
import {
  announce,
  dataView,
  mutation,
  portal,
  query,
  type Part,
  type Portal,
  type PortalHost,
} from '../state/index.ts';
import { addStyles } from '../theme/index.ts';
import {
  callUs,
  choiceStyles,
  emptyState,
  title,
  type Content,
  type FieldError,
  type HeadingLevel,
} from '../ui/index.ts';
import { backLink } from './back-link.ts';
import { composeForm } from './compose-form.ts';
import { check, emptyDraft, isEmpty, refused, type Draft } from './draft.ts';
import { notSent } from './not-sent.ts';

const KEY = 'compose';

interface ComposeOptions {
  /** Whether this is what is shown. */
  readonly shown: () => boolean;
  /** The case that the page says it is about. */
  readonly about: () => string | undefined;
  /** The server has confirmed the message: its conversation. */
  readonly began: (threadId: string) => void;
}

/** A new message to people of the firm who work on one of the client's cases. */
export class Compose implements Part {
  readonly #host: PortalHost;
  readonly #portal: Portal;
  readonly #cases;
  readonly #recipients;
  readonly #send;
  readonly #options: ComposeOptions;
  #errors: readonly FieldError[] = [];
  #failure: PortalError | undefined;

  constructor(host: PortalHost, options: ComposeOptions) {
    addStyles(host, choiceStyles);
    this.#host = host;
    this.#portal = portal(host);
    this.#options = options;
    this.#cases = query(host, cases.list, () => options.shown() && { limit: 100 });
    this.#recipients = query(host, cases.recipients, () => {
      const id = options.shown() && this.#draft.caseId;
      return id ? { id } : undefined;
    });
    this.#send = mutation(host, threads.start);
  }

  /** Begins, or goes on, writing. */
  open(): void {
    const caseId = this.#options.about();
    this.#errors = [];
    this.#failure = undefined;
    if (caseId && caseId !== this.#kept.caseId) this.#change({ caseId, recipientIds: [] });
  }

  render(level: HeadingLevel): Content {
    const { i18n, contact } = this.#portal;
    return html`${backLink(this.#portal)} ${title(level, i18n.t('inbox.new'))}
    ${dataView(this.#cases, {
      skeleton: { shape: 'text', count: 4 },
      empty: () => emptyState({ title: i18n.t('inbox.case-needed'), body: callUs(i18n, contact) }),
      ready: ({ items }) => this.#form(items),
    })}`;
  }

  #form(items: readonly CaseSummary[]): Content {
    return composeForm(this.#portal, {
      draft: this.#draft,
      cases: items,
      recipients: this.#recipients,
      errors: this.#errors,
      busy: this.#send.busy,
      notice: notSent(this.#portal, this.#failure, () => void this.#submit()),
      change: (change) => this.#change(change),
      submit: (event) => {
        event.preventDefault();
        void this.#submit();
      },
    });
  }

  get #kept(): Draft {
    return (this.#portal.state?.drafts.get(KEY) as Draft | undefined) ?? emptyDraft;
  }

  /** What is written so far. With one case there is nothing to choose; a case that is gone is chosen no more. */
  get #draft(): Draft {
    const kept = this.#kept;
    const items = this.#cases.data?.items;
    if (!items || items.some(({ id }) => id === kept.caseId)) return kept;
    return { ...kept, caseId: items.length === 1 ? items[0]!.id : undefined, recipientIds: [] };
  }

  #change(change: Partial<Draft>): void {
    const draft = { ...this.#draft, ...change };
    this.#portal.state?.drafts.set(KEY, draft, !isEmpty(draft));
    this.#host.requestUpdate();
  }

  async #submit(): Promise<void> {
    if (this.#send.busy) return;
    const { i18n } = this.#portal;
    const draft = this.#draft;
    this.#failure = undefined;
    this.#errors = check(i18n, draft);
    this.#host.requestUpdate();
    if (this.#errors.length) return;
    const { caseId = '', recipientIds, subject, body } = draft;
    const thread = await this.#send.run({
      caseId,
      recipientIds: [...recipientIds],
      subject: subject.trim(),
      body,
    });
    if (!thread) return this.#refused(this.#send.error);
    this.#portal.state?.drafts.set(KEY, undefined);
    announce(this.#host, 'portal-message-sent', {
      threadId: thread.id,
      caseId: thread.caseId,
      started: true,
    });
    this.#options.began(thread.id);
  }

  #refused(error: PortalError | undefined): void {
    this.#errors = error ? refused(this.#portal.i18n, error) : [];
    if (!this.#errors.length) this.#failure = error;
    if (error?.code === 'recipients.outside-case') {
      this.#change({ recipientIds: [] });
      void this.#recipients.refetch();
    }
    this.#host.requestUpdate();
  }
}
