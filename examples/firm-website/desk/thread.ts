import type { Thread } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import { all, type Desk, type Screen } from './desk.ts';
import { field, onSubmit, when } from './parts.ts';

/** One conversation, oldest message first. Opening it is what clears its bubble. */
export const threadScreen: Screen = async (desk, id) => {
  const { firm, portal } = desk;
  const [thread, messages] = await Promise.all([
    firm.threads.get({ id }),
    all((query) => firm.messages.list({ id, ...query })),
  ]);
  if (thread.unseen) await portal.notifications.seen({ type: 'thread', id, revision: thread.revision });
  const body = html`
    <p class="hint">
      <a href="#case/${thread.caseId}">${thread.caseTitle}</a>, between ${thread.participants.map(({ name }) => name).join(', ')}
    </p>
    <ol class="messages">
      ${messages.toReversed().map(
        ({ author, body, sentAt }) => html`
          <li class=${author.side === 'firm' ? 'ours' : nothing}>
            <p class="message-head"><strong>${author.name}</strong> ${when(sentAt)}</p>
            <p class="message-body">${body}</p>
          </li>
        `,
      )}
    </ol>
    ${reply(thread, desk)}
  `;
  return { title: thread.subject, body };
};

const reply = (thread: Thread, { firm, act }: Desk) => html`
  <form class="panel reply" @submit=${onSubmit(({ body = '' }) =>
    act(async () => {
      await firm.messages.reply({ id: thread.id, body });
      return 'Sent. Everyone in this conversation will be told.';
    }),
  )}>
    ${field('body', 'Your answer', html`<textarea id="body" name="body" rows="5" maxlength="20000"></textarea>`)}
    <button class="primary">Send</button>
  </form>
`;
