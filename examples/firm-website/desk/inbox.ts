import type { ThreadSummary } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import { all, type Screen } from './desk.ts';
import { when } from './parts.ts';

/** The conversations of whoever is signed in, and no others. */
export const inboxScreen: Screen = async ({ firm }) => {
  const threads = await all((query) => firm.threads.list(query));
  const body = html`
    <p class="desk-tools"><a class="button" href="#write">New message</a></p>
    ${
      threads.length === 0
        ? html`<p class="nothing-here">No messages yet. When a client writes to you, it appears here and you get a mail.</p>`
        : html`<ul class="rows threads">${threads.map(row)}</ul>`
    }
  `;
  return { title: 'Inbox', body };
};

const row = (thread: ThreadSummary) => html`
  <li class=${thread.unseen ? 'unread' : ''}>
    <span class="row-main">
      <a href="#thread/${thread.id}">${thread.subject}${thread.unseen ? html`<span class="for-readers">, unread</span>` : nothing}</a>
      <span>${thread.lastAuthor.name}: ${thread.snippet}</span>
    </span>
    <span class="row-side">${thread.caseTitle}<br />${when(thread.lastMessageAt)}</span>
  </li>
`;
