import type { Thread } from '@casefront/core';
import { messageLimit } from '@casefront/core/client';
import { messages } from '@casefront/core/endpoints/threads';
import { html, nothing } from 'lit';
import { announce, mutation, portal, type Portal, type PortalHost } from '../state/index.ts';
import { button, errorSummary, notice, textArea, type Content, type FieldError } from '../ui/index.ts';
import { sendIcon } from '../ui/icons.ts';
import { notSent } from './not-sent.ts';

/**
 * The answer in a conversation. What is typed stays until the server has confirmed it: over navigation, a session that
 * ran out, and a send that failed, which is tried again under the same key.
 */
export class ReplyForm {
  readonly #host: PortalHost;
  readonly #portal: Portal;
  readonly #send;
  readonly #thread: () => Thread | undefined;
  #errors: readonly FieldError[] = [];
  #sent = false;

  /** @param thread the conversation that is shown, if one is */
  constructor(host: PortalHost, thread: () => Thread | undefined) {
    this.#host = host;
    this.#portal = portal(host);
    this.#thread = thread;
    this.#send = mutation(host, messages.reply);
  }

  open({ sent }: { readonly sent: boolean }): void {
    this.#errors = [];
    this.#sent = sent;
    this.#send.reset();
  }

  render(): Content {
    const { i18n, firm, session } = this.#portal;
    const sent = this.#sent
      ? notice(i18n.t('inbox.sent-body'), { tone: 'success', title: i18n.t('inbox.sent') })
      : nothing;
    if (!session?.capabilities.includes('messages.send')) return sent;
    return html`<form class="form reply" part="reply" novalidate @submit=${this.#submit}>
      ${sent} ${errorSummary(i18n, this.#errors)}
      ${textArea(i18n, {
        id: 'reply',
        label: i18n.t('inbox.reply'),
        hint: firm?.contact.emergencyNote ?? undefined,
        error: this.#errors[0]?.message,
        limit: messageLimit,
        value: this.#draft,
        input: this.#type,
        rows: 4,
      })}
      ${notSent(this.#portal, this.#send.error, () => void this.#submit())}
      ${button(i18n.t('inbox.send-reply'), {
        kind: 'primary',
        type: 'submit',
        icon: sendIcon,
        busy: this.#send.busy && i18n.t('inbox.sending'),
      })}
    </form>`;
  }

  get #key(): string {
    return `reply ${this.#thread()?.id}`;
  }

  get #draft(): string {
    return (this.#portal.state?.drafts.get(this.#key) as string | undefined) ?? '';
  }

  readonly #type = (body: string): void => {
    this.#portal.state?.drafts.set(this.#key, body || undefined);
    this.#sent = false;
    this.#host.requestUpdate();
  };

  readonly #submit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const thread = this.#thread();
    if (!thread || this.#send.busy) return;
    const key = this.#key;
    const body = this.#draft;
    this.#sent = false;
    this.#errors = this.#check(body);
    this.#host.requestUpdate();
    if (this.#errors.length || !(await this.#send.run({ id: thread.id, body }))) return;
    const { drafts } = this.#portal.state ?? {};
    if (drafts?.get(key) === body) drafts.set(key, undefined); // unless more was typed meanwhile
    this.#sent = this.#thread()?.id === thread.id;
    this.#host.requestUpdate();
    announce(this.#host, 'portal-message-sent', {
      threadId: thread.id,
      caseId: thread.caseId,
      started: false,
    });
  };

  #check(body: string): readonly FieldError[] {
    const { i18n } = this.#portal;
    if (!body.trim()) return [{ field: 'reply', message: i18n.t('inbox.body-missing') }];
    if (body.length > messageLimit)
      return [{ field: 'reply', message: i18n.t('inbox.body-long', { count: messageLimit }) }];
    return [];
  }
}
