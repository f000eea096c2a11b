import type { Message } from '@casefront/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { avatar, avatarStyles, linkify, moment } from '../ui/index.ts';

/** One message; the viewer's own stand apart. Plain text stays text, with its web addresses as links. */
export function messageItem(
  i18n: I18n,
  { author, body, sentAt, id }: Message,
  viewer?: string,
): TemplateResult {
  const own = author.id === viewer;
  const name = own ? 'message message--own' : 'message';
  return html`<li class=${name} part=${name} id=${id}>
    ${own ? nothing : avatar(author)}
    <div class="message__main" part="message__main">
      <p class="message__head">
        <span class="message__author" part="message__author">${own ? i18n.t('inbox.you') : author.name}</span>
        <span class="message__time">${moment(i18n, sentAt)}</span>
      </p>
      <div class="message__body" part="message__body" dir="auto">${linkify(body)}</div>
    </div>
  </li>`;
}

export const messageStyles = [
  avatarStyles,
  css`
  .messages {
    display: grid;
    gap: 1em;
  }
  .messages:focus {
    outline: none;
  }
  .message {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    max-inline-size: 42em;
    padding-inline-end: 2em;
  }
  .message--own {
    justify-self: end;
    padding-inline: 2em 0;
  }
  .message__main {
    min-inline-size: 0;
    padding: 0.75em 1em;
    border: var(--_line-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background-color: var(--_surface-raised);
  }
  .message--own .message__main {
    border-color: transparent;
    background-color: var(--_brand-tint);
  }
  .message__head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
  }
  .message__author {
    font-weight: 600;
  }
  .message__time {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .message__body {
    max-inline-size: var(--_measure);
    white-space: pre-wrap;
  }
  @container (max-width: 30em) {
    .message,
    .message--own {
      padding-inline: 0;
    }
    .message > .avatar {
      display: none;
    }
    .message--own {
      padding-inline-start: 1.5em;
    }
  }
`,
];
