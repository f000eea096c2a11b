import type { ThreadSummary } from '@casefront/core';
import { css, html, type TemplateResult } from 'lit';
import type { Portal } from '../state/index.ts';
import { moment, row, tag } from '../ui/index.ts';

/** A conversation in the list: subject, who wrote last and how it begins, whether it is new. */
export function threadRow(portal: Portal, thread: ThreadSummary): TemplateResult {
  const { i18n, session } = portal;
  const own = thread.lastAuthor.id === session?.person.id;
  const author = own ? i18n.t('inbox.you') : thread.lastAuthor.name;
  return row({
    title: thread.subject,
    text: html`<span class="thread-row__last"><span class="thread-row__author">${author}:</span> ${thread.snippet}</span>
      <span class="thread-row__case">${thread.caseTitle}</span>`,
    status: thread.unseen ? tag(i18n.t('inbox.unseen'), 'brand') : undefined,
    meta: moment(i18n, thread.lastMessageAt),
    href: portal.href('thread', thread.id),
    unseen: thread.unseen,
  });
}

export const threadRowStyles = css`
  .thread-row__last {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .thread-row__author {
    color: var(--_text);
  }
  .thread-row__case {
    display: block;
    font-size: 0.875em;
  }
`;
