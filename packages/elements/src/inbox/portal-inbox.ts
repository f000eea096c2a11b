import type { PortalClient } from '@casefront/core/client';
import { html, LitElement } from 'lit';
import english from '../locales/en.inbox.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { Parts, portal } from '../state/index.ts';
import { base } from '../theme/index.ts';
import { textAreaStyles, focusTitle, ui, type Content, type HeadingLevel } from '../ui/index.ts';
import { backLinkStyles } from './back-link.ts';
import type { Conversation } from './conversation.ts';
import { messageStyles } from './message.ts';
import { Placement } from './place.ts';
import { styles } from './styles.ts';
import { ThreadList } from './thread-list.ts';
import { threadRowStyles } from './thread-row.ts';

addEnglish(english);

/**
 * The messages between the client and the firm: the conversations, one of them, or a new message. Follows the page's
 * address (`#/inbox`, `#/inbox/thr_…`, `#/inbox/new`) unless its attributes say what to show.
 *
 * @slot - Shown by the page itself until the element is defined.
 * @fires {CustomEvent<NavigateDetail>} portal-navigate - A link of it was followed; prevent it to go there yourself.
 * @fires {CustomEvent<MessageSentDetail>} portal-message-sent - The server has confirmed a message.
 * @csspart title - “Messages”, the subject, or “New message”.
 * @csspart row - A conversation in the list; `row--unseen` when something in it is new.
 * @csspart messages - The messages of a conversation.
 * @csspart message - One message; `message--own` when the viewer wrote it.
 * @csspart reply - The form of an answer.
 * @csspart compose - The form of a new message.
 */
export class PortalInbox extends LitElement {
  static override styles = [base, ui, textAreaStyles, backLinkStyles, threadRowStyles, messageStyles, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    threadId: { attribute: 'thread-id' },
    caseId: { attribute: 'case-id' },
    compose: { type: Boolean },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /** The conversation to show. */
  threadId?: string;
  /** Shows only the conversations about this case; a new message is about it. */
  caseId?: string;
  /** Shows the form of a new message. */
  compose = false;
  /** Level of the first heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  readonly #portal = portal(this);
  readonly #placement = new Placement(this);
  readonly #list = new ThreadList(
    this,
    () => this.#at.place === 'inbox',
    () => this.caseId,
  );
  #conversation: Conversation | undefined;
  /** Fetched when they are needed: the list comes first, and few visits come to write something new. */
  readonly #parts = new Parts<'thread' | 'compose'>(this, async (part) => {
    if (part === 'thread') {
      const { Conversation } = await import('./conversation.ts');
      this.#conversation = new Conversation(this, {
        id: () => (this.#at.place === 'thread' ? this.#at.id : undefined),
        begun: () => this.#begun === this.#at.id,
      });
      return this.#conversation;
    }
    const { Compose } = await import('./compose.ts');
    return new Compose(this, {
      shown: () => this.#at.place === 'compose',
      about: () => this.#at.id ?? this.caseId,
      began: (threadId) => this.#began(threadId),
    });
  });
  #shown: unknown;
  /** The conversation that has just been begun here, as long as it is shown. */
  #begun: string | undefined;
  #focusDue = false;

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this.renderRoot, options);
  }

  get #at() {
    return this.#placement.at;
  }

  protected override willUpdate(): void {
    this.#placement.read();
    if (!this.#portal.state || this.#shown === this.#at) return;
    this.#focusDue = this.#shown !== undefined;
    this.#shown = this.#at;
    if (this.#begun !== this.#at.id) this.#begun = undefined;
    this.#parts.show(undefined); // so that another conversation begins anew
    if (this.#at.place !== 'inbox') this.#parts.show(this.#at.place);
  }

  override render() {
    return html`<div class="inbox">${this.#view()}</div>`;
  }

  #view(): Content {
    return this.#at.place === 'inbox'
      ? this.#list.render(this.headingLevel)
      : this.#parts.render(this.headingLevel);
  }

  protected override updated(): void {
    if (this.#focusDue && this.renderRoot.querySelector('.title')) {
      this.#focusDue = false;
      this.focus({ preventScroll: this.#at.place === 'thread' });
    }
    if (this.#at.place === 'thread') this.#conversation?.updated();
  }

  #began(threadId: string): void {
    this.#begun = threadId;
    this.#portal.navigate('thread', threadId);
  }
}
